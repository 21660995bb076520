/** Resolves what every source file below some folders imports, with one resolver; prints how many relative specifiers it finds no file for, and how many there are. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { findProjectRoot, openProject } from "@wx-domain/analyzer";
import { nodeFiles } from "@wx-domain/analyzer/node";
import { sourceFiles } from "../corpus.js";

const [, , name = "", installed = "", ...folders] = process.argv;
const require = createRequire(join(installed, "package.json"));
const EXTENSIONS = [".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".json"];

/** @param {string} specifier */
async function load(specifier) {
  return /** @type {Record<string, any>} */ (await import(pathToFileURL(require.resolve(specifier)).href));
}

/** The file behind a specifier as a resolver sees it, if it finds one. @type {Readonly<Record<string, () => Promise<(from: string, specifier: string) => boolean>>>} */
const RESOLVERS = {
  // Reads the imports and nothing more: what the others cost beyond it is theirs.
  none: () => Promise.resolve(() => true),
  ours: () => {
    const files = nodeFiles();
    /** @type {Map<string, import("@wx-domain/analyzer").Project>} */
    const projects = new Map();
    return Promise.resolve((from, specifier) => {
      const folder = dirname(from);
      let project = projects.get(folder);
      if (project === undefined) {
        const root = findProjectRoot(from, files);
        projects.set(folder, (project = projects.get(root) ?? openProject(root, files)));
        projects.set(root, project);
      }
      const found = project.resolve(from, specifier);
      return found.kind !== "missing" && found.path !== undefined;
    });
  },
  "oxc-resolver": async () => {
    const { ResolverFactory } = await load("oxc-resolver");
    const resolver = new ResolverFactory({ extensions: EXTENSIONS, tsconfig: "auto" });
    return (from, specifier) => resolver.resolveFileSync(from, specifier).path !== undefined;
  },
  "enhanced-resolve": async () => {
    const module = await load("enhanced-resolve");
    const resolve = (module["default"] ?? module).create.sync({ extensions: EXTENSIONS });
    return (from, specifier) => typeof resolve(dirname(from), specifier) === "string";
  },
};

const IMPORT = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*(["'])([^"'\n]+)\1/g;
const resolver = await RESOLVERS[name]?.();
let [relative, missing] = [0, 0];
for (const path of folders.flatMap(sourceFiles)) {
  for (const [, , specifier = ""] of readFileSync(path, "utf8").matchAll(IMPORT)) {
    let isFound = false;
    try {
      isFound = resolver?.(path, specifier) ?? false;
    } catch {
      // It says by an exception that it found nothing.
    }
    if (!specifier.startsWith(".")) continue;
    relative++;
    if (!isFound) missing++;
  }
}
console.log(`${String(missing)} of ${String(relative)}`);
