import type { ESLint } from "eslint";
import { analyzerTools } from "../lint/analyzer-module.ts";
import { createWxmlSourceCode, isMarkupDocument } from "./source-code.ts";

type Language = NonNullable<ESLint.Plugin["languages"]>[string];

/**
 * WXML as ESLint reads it: `language: "wx-domain/wxml"`. The tree is the analyzer's (`Document`, `Element`, `Attribute`, `Text`, `Comment`); any text
 * is accepted, as DevTools says what is no WXML. Lines begin at 1 and columns at 0, as in JavaScript.
 */
export const wxmlLanguage: Language = {
  fileType: "text",
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: "type",
  visitorKeys: { Document: ["children"], Element: ["attributes", "children"], Attribute: [], Text: [], Comment: [] },
  validateLanguageOptions() {
    // There are none; ESLint hands in those of other entries that match the file.
  },
  parse({ body }) {
    return { ok: true, ast: analyzerTools().parseMarkup(textOf(body)) };
  },
  createSourceCode({ body }, { ast }) {
    if (!isMarkupDocument(ast)) throw new TypeError("The tree is none of WXML.");
    return createWxmlSourceCode(textOf(body), ast);
  },
};

function textOf(body: string | Uint8Array): string {
  return typeof body === "string" ? body : new TextDecoder().decode(body);
}
