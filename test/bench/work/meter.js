/** Loaded before a work: says at the end what its process cost. */
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`\n${JSON.stringify({ cpu: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 })}\n`);
});
