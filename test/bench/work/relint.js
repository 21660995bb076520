/** A long-lived process: lints a folder's files in rounds, edits some on the disk between them, prints the heap after each, in MiB. */
import { appendFileSync, readFileSync } from "node:fs";
import { Linter } from "eslint";
import wxDomain from "eslint-plugin-wx-domain";
import { sourceFiles } from "../corpus.js";

const ROUNDS = 20;
const [, , folder = "."] = process.argv;
const files = sourceFiles(folder);
/** @type {import("eslint").Linter.Config} */
const config = {
  plugins: { "wx-domain": wxDomain },
  rules: wxDomain.configs.recommended.rules ?? {},
  settings: { "wx-domain": { root: folder, domains: { requestdomain: [] } } },
};
const linter = new Linter({ cwd: folder, configType: "flat" });
/** @type {number[]} */
const heaps = [];
for (let round = 0; round < ROUNDS; round++) {
  for (const path of files) linter.verify(readFileSync(path, "utf8"), config, path);
  files.forEach((path, i) => {
    if (i % 10 === round % 10) appendFileSync(path, `// round ${String(round)}\n`);
  });
  globalThis.gc?.();
  heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
}
console.log(JSON.stringify(heaps));
