/** ESLint with the recommended rules over ESLint with one rule that does nothing: CPU time and the peak of memory. */
import { onCorpus } from "./corpus.js";
import { costs, judge } from "./measure.js";

const LIMIT = { summed: 1.15, anyOne: 1.25, peak: 1.3 };

onCorpus((repositories) => {
  let [withRules, without] = [0, 0];
  for (const { name, folder } of repositories) {
    const [recommended, trivial] = costs([
      ["eslint", folder, "recommended"],
      ["eslint", folder, "trivial"],
    ]);
    if (recommended === undefined || trivial === undefined) continue;
    withRules += recommended.cpu;
    without += trivial.cpu;
    judge(`${name}: CPU`, recommended.cpu / trivial.cpu, LIMIT.anyOne);
    judge(`${name}: peak memory`, recommended.peak / trivial.peak, LIMIT.peak);
  }
  judge("all: CPU", withRules / without, LIMIT.summed);
});
