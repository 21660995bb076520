/** Only reads and parses every source file of a folder: the floor for anything that looks at a whole program. */
import { readFileSync } from "node:fs";
import { parse } from "@babel/parser";
import { sourceFiles } from "../corpus.js";
import { scriptOf } from "../scripts-of.js";

for (const path of sourceFiles(process.argv[2] ?? ".")) {
  const { code, typescript, jsx } = scriptOf(path, readFileSync(path, "utf8"));
  /** @type {import("@babel/parser").ParserPlugin[]} */
  const plugins = ["decorators-legacy"];
  if (typescript) plugins.push("typescript");
  if (jsx) plugins.push("jsx");
  try {
    parse(code, { sourceType: "unambiguous", errorRecovery: true, allowReturnOutsideFunction: true, plugins });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
}
