/**
 * The parsers and resolvers that the analyzer could be built on, over the programs that WX_DOMAIN_CORPUS names: what docs/decisions
 * rests on. Installs them with npm into a folder of its own, which is removed at the end.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onCorpus, sourceFiles } from "./corpus.js";
import { costs, runOnce } from "./measure.js";

/** The packages that each needs; an empty list: it is in this workspace. */
const PARSERS = {
  "@babel/parser": ["@babel/parser@7"],
  acorn: ["acorn@8", "acorn-jsx@5", "@sveltejs/acorn-typescript@1"],
  "oxc-parser": ["oxc-parser@0.158"],
};
const RESOLVERS = { ours: [], "oxc-resolver": ["oxc-resolver@11"], "enhanced-resolve": ["enhanced-resolve@5"] };

const folder = mkdtempSync(join(tmpdir(), "wx-domain-parsers-"));

/**
 * @param {string} name
 * @param {readonly string[]} packages
 * @returns {string} the folder they are installed in
 */
function install(name, packages) {
  const own = join(folder, name.replace("/", "-"));
  mkdirSync(own);
  writeFileSync(join(own, "package.json"), "{}");
  if (packages.length > 0) execFileSync("npm", ["install", "--no-audit", "--no-fund", ...packages], { cwd: own, stdio: "ignore", shell: process.platform === "win32" });
  return own;
}

/** @param {string} own */
function sizeOf(own) {
  return readdirSync(own, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.includes("node_modules"))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/**
 * @param {string} work
 * @param {Readonly<Record<string, readonly string[]>>} candidates the first is what the others are compared with
 * @param {readonly string[]} folders
 * @param {number} floor CPU time of the work without a candidate
 */
function compare(work, candidates, folders, floor) {
  const installed = Object.entries(candidates).map(([name, packages]) => ({ name, own: install(name, packages) }));
  const measured = costs(installed.map(({ name, own }) => /** @type {const} */ ([work, name, own, ...folders])));
  const first = (measured[0]?.cpu ?? 0) - floor;
  console.log("| | CPU time | ratio | no result | installed |\n| --- | --- | --- | --- | --- |");
  installed.forEach(({ name, own }, i) => {
    const cpu = (measured[i]?.cpu ?? 0) - floor;
    const size = sizeOf(own);
    const { output } = runOnce(work, [name, own, ...folders]);
    const versions = size === 0 ? "" : ` ${installedVersion(own, name)}`;
    console.log(`| ${name}${versions} | ${cpu.toFixed(0)} ms | ${(cpu / first).toFixed(2)} | ${output.trim()} | ${size === 0 ? "–" : `${(size / 1e6).toFixed(1)} MB`} |`);
  });
}

/** @param {string} own @param {string} name */
function installedVersion(own, name) {
  return execFileSync("node", ["-p", `require(${JSON.stringify(join(own, "node_modules", name, "package.json"))}).version`], { encoding: "utf8" }).trim();
}

try {
  onCorpus((repositories) => {
    const folders = repositories.map((one) => one.folder);
    console.log(`Node ${process.versions.node}, ${String(folders.length)} repositories, ${String(folders.flatMap(sourceFiles).length)} files\n\nParsers`);
    compare("parse-with", PARSERS, folders, 0);
    console.log("\nResolvers");
    const floor = costs([["resolve-with", "none", folder, ...folders]])[0]?.cpu ?? 0;
    compare("resolve-with", RESOLVERS, folders, floor);
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
