import type { Rule } from "eslint";
import { isMarkupDocument } from "../wxml/source-code.ts";
import { lintedFile } from "./linted-file.ts";

/**
 * Runs a check when the root of a file's tree is met: that of a script, or of markup. Trees of other languages are none of its business, and
 * most files have nothing that could be checked.
 */
export function onceAFile(context: Rule.RuleContext, check: () => void): Rule.RuleListener {
  if (!isMarkupDocument(context.sourceCode.ast)) return onceAScript(context, check);
  return lintedFile(context).isEmpty ? {} : { Document: check };
}

/** The same for scripts only. */
export function onceAScript(context: Rule.RuleContext, check: () => void): Rule.RuleListener {
  const { type }: { readonly type: string } = context.sourceCode.ast;
  return type === "Program" && !lintedFile(context).isEmpty ? { Program: check } : {};
}
