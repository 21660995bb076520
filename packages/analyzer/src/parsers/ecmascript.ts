import type { Options, Parser, Program } from "acorn";

/**
 * JavaScript with JSX by the parser that espree is built on: in a linter, which has read hundreds of files with it, it costs a fraction of
 * what a parser of our own costs that runs for the first time.
 */
export interface EcmaScriptParser {
  /**
   * The tree of a module in ESTree's form; with `lines`, nodes have `loc`.
   *
   * @throws SyntaxError where it is no ECMAScript module: types, decorators, what only scripts may say, faults.
   */
  readonly parseEcmaScript: (code: string, lines?: boolean) => Program;
}

type Extension = (base: typeof Parser) => typeof Parser;

/** What a program may not do is for others to say. */
const OPTIONS: Options = {
  ecmaVersion: "latest",
  sourceType: "module",
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowSuperOutsideMethod: true,
  allowHashBang: true,
  checkPrivateFields: false,
};

export function ecmaScriptParser(acorn: typeof Parser, jsx: () => Extension): EcmaScriptParser {
  const extended = acorn.extend(jsx());
  return { parseEcmaScript: (code, lines = false) => extended.parse(code, { ...OPTIONS, locations: lines }) };
}
