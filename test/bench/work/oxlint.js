/** oxlint with the recommended rules on the files of a folder: `oxlint.js FOLDER`, as `eslint.js FOLDER recommended` is ESLint with them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import wxDomain from "eslint-plugin-wx-domain";
import { sourceFiles } from "../corpus.js";

const resolve = createRequire(import.meta.url).resolve;
const { "wx-domain/valid-domain-lists": _ofJson, ...rules } = wxDomain.configs.recommended.rules ?? {};
const config = {
  jsPlugins: [resolve("eslint-plugin-wx-domain")],
  categories: { correctness: "off" },
  rules,
  settings: { "wx-domain": { domains: { requestdomain: [], wsrequestdomain: [], uploaddomain: [], downloaddomain: [] } } },
};

const files = sourceFiles(process.argv[2] ?? ".");
const folder = mkdtempSync(join(tmpdir(), "wx-domain-oxlint-"));
const file = join(folder, "oxlintrc.json");
writeFileSync(file, JSON.stringify(config));
process.on("exit", () => {
  rmSync(folder, { recursive: true, force: true });
  // That it found something is no failure here.
  process.exitCode = 0;
});
process.argv.splice(2, process.argv.length, "--config", file, "--disable-nested-config", "--no-ignore", "--format", "unix", ...files);
await import(pathToFileURL(join(dirname(resolve("oxlint/package.json")), "dist", "cli.js")).href);
