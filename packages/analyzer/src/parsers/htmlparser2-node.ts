import { createRequire } from "node:module";
import type { Parser } from "htmlparser2";

const load: (name: string) => unknown = createRequire(import.meta.url);

/** Most files that are linted have no markup that loads anything: the parser is loaded when one has. */
export function createParser(...given: ConstructorParameters<typeof Parser>): Parser {
  const module = load("htmlparser2");
  if (!hasParser(module)) throw new TypeError("htmlparser2 has another form than version 12: install @wx-domain/analyzer anew.");
  return new module.Parser(...given);
}

function hasParser(value: unknown): value is { readonly Parser: typeof Parser } {
  return typeof value === "object" && value !== null && "Parser" in value;
}
