import type { Rule } from "eslint";
import { isJsonDocument } from "../json/document.ts";

/** Runs a check when the root of a file's tree is met: that of a script, or of markup. JSON is none of its business. */
export function onceAFile(context: Rule.RuleContext, check: () => void): Rule.RuleListener {
  return isJsonDocument(context.sourceCode.ast) ? {} : { Program: check, Document: check };
}
