/** Reads and parses every source file below a folder with one parser, the whole tree in JavaScript; prints how many files it gives no tree for. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { sourceFiles } from "../corpus.js";
import { scriptOf } from "../scripts-of.js";

const [, , name = "", installed = "", ...folders] = process.argv;
const require = createRequire(join(installed, "package.json"));

/** @typedef {{ path: string, code: string, typescript: boolean, jsx: boolean }} Source */

/** @param {string} specifier */
async function load(specifier) {
  return /** @type {Record<string, any>} */ (await import(pathToFileURL(require.resolve(specifier)).href));
}

/** What throws, or gives false, has no tree. @type {Readonly<Record<string, () => Promise<(source: Source) => boolean>>>} */
const PARSERS = {
  "@babel/parser": async () => {
    const module = await load("@babel/parser");
    const parse = module["parse"] ?? module["default"].parse;
    return ({ code, typescript, jsx }) => {
      const plugins = ["decorators-legacy", ...(typescript ? ["typescript"] : []), ...(jsx ? ["jsx"] : [])];
      parse(code, { sourceType: "unambiguous", errorRecovery: true, allowReturnOutsideFunction: true, plugins });
      return true;
    };
  },
  acorn: async () => {
    const { Parser } = await load("acorn");
    const jsxPlugin = (await load("acorn-jsx"))["default"];
    const { tsPlugin } = await load("@sveltejs/acorn-typescript");
    const plain = Parser.extend(jsxPlugin());
    const typed = Parser.extend(tsPlugin());
    const typedJsx = Parser.extend(tsPlugin({ jsx: true }));
    const options = { ecmaVersion: "latest", allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true, locations: true };
    return ({ code, typescript, jsx }) => {
      const parser = typescript ? (jsx ? typedJsx : typed) : plain;
      try {
        parser.parse(code, { ...options, sourceType: "module" });
      } catch {
        parser.parse(code, { ...options, sourceType: "script" });
      }
      return true;
    };
  },
  "oxc-parser": async () => {
    const { parseSync } = await load("oxc-parser");
    return ({ path, code, typescript, jsx }) => {
      const lang = typescript ? (jsx ? "tsx" : "ts") : "jsx";
      const { program, errors } = parseSync(path, code, { lang, sourceType: "unambiguous" });
      return errors.length === 0 || program.body.length > 0;
    };
  },
};

const parser = await PARSERS[name]?.();
let failed = 0;
for (const path of folders.flatMap(sourceFiles)) {
  const source = { path, ...scriptOf(path, readFileSync(path, "utf8")) };
  try {
    if (parser?.(source) === false) failed++;
  } catch {
    failed++;
  }
}
console.log(failed);
