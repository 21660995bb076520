/** The parser of markup, where a bundler puts a program together. Node takes `htmlparser2-node.ts` instead (package.json, "imports"). */
import { Parser } from "htmlparser2";

export function createParser(...given: ConstructorParameters<typeof Parser>): Parser {
  return new Parser(...given);
}
