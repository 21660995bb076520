/** The whole command, without lists: `wx-domain scan FOLDER --format json`. */
process.argv.splice(2, process.argv.length, "scan", process.argv[2] ?? ".", "--format", "json");
await import("../../../packages/cli/bin/wx-domain.js");
