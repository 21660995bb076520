import type { Linter } from "eslint";
import { packageFrom } from "./packages.ts";

/** The parsers that an app has installed. */
export interface Parsers {
  readonly typescript: Linter.Parser | undefined;
  readonly vue: Linter.Parser | undefined;
  /** ESLint's own. */
  readonly espree: Linter.Parser | undefined;
}

/** Loads the parsers as a module in the app's folder would. */
export function parsersOf(root: string): Parsers {
  return {
    // Who installs the umbrella package by pnpm can't see the parser beside it.
    typescript: parserFrom(root, "@typescript-eslint/parser") ?? parserFrom(root, "typescript-eslint", "@typescript-eslint/parser"),
    vue: parserFrom(root, "vue-eslint-parser") ?? parserFrom(root, "eslint-plugin-vue", "vue-eslint-parser"),
    espree: parserFrom(root, "eslint/package.json", "espree"),
  };
}

function parserFrom(root: string, ...way: readonly [string, ...string[]]): Linter.Parser | undefined {
  const module = packageFrom(root, ...way);
  return isParser(module) ? module : undefined;
}

function isParser(value: unknown): value is Linter.Parser {
  return typeof value === "object" && value !== null && (hasFunction(value, "parseForESLint") || hasFunction(value, "parse"));
}

function hasFunction(value: object, name: string): boolean {
  return typeof Reflect.get(value, name) === "function";
}
