/** `wx-domain scan` of each repository over only reading and parsing its files; beside it, over ESLint with one rule that does nothing. */
import { onCorpus } from "./corpus.js";
import { costs, judge } from "./measure.js";

const LIMIT = 1.5;

onCorpus((repositories) => {
  let [scans, parses, eslints] = [0, 0, 0];
  for (const { name, folder } of repositories) {
    const [scan, parse, eslint] = costs([["scan", folder], ["parse", folder], ["eslint", folder, "trivial"]]);
    if (scan === undefined || parse === undefined || eslint === undefined) continue;
    scans += scan.cpu;
    parses += parse.cpu;
    eslints += eslint.cpu;
    console.log(`     ${name}: scan ${scan.cpu.toFixed(0)} ms, parsing ${parse.cpu.toFixed(0)} ms (${(scan.cpu / parse.cpu).toFixed(2)}), ESLint ${eslint.cpu.toFixed(0)} ms (${(scan.cpu / eslint.cpu).toFixed(2)})`);
  }
  judge("scan over reading and parsing", scans / parses, LIMIT);
  judge("scan over ESLint with one trivial rule", scans / eslints, undefined);
});
