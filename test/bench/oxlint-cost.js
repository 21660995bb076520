/** oxlint with the plugin over ESLint with it, on the same files: CPU time and the peak of memory. */
import { onCorpus } from "./corpus.js";
import { costs, judge } from "./measure.js";

const LIMIT = 0.8;

onCorpus((repositories) => {
  let [oxlints, eslints] = [0, 0];
  for (const { name, folder } of repositories) {
    const [oxlint, eslint] = costs([
      ["oxlint", folder],
      ["eslint", folder, "recommended"],
    ]);
    if (oxlint === undefined || eslint === undefined) continue;
    oxlints += oxlint.cpu;
    eslints += eslint.cpu;
    console.log(`     ${name}: oxlint ${oxlint.cpu.toFixed(0)} ms, ${oxlint.peak.toFixed(0)} MiB; ESLint ${eslint.cpu.toFixed(0)} ms, ${eslint.peak.toFixed(0)} MiB`);
    judge(`${name}: CPU`, oxlint.cpu / eslint.cpu, undefined);
    judge(`${name}: peak memory`, oxlint.peak / eslint.peak, undefined);
  }
  judge("all: CPU", oxlints / eslints, LIMIT);
});
