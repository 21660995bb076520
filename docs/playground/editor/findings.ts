import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Locale } from "@wx-domain/core";
import type { Addition, Edit, Finding } from "../engine/protocol.ts";
import { titleOf } from "../texts.ts";

/** Shows findings where they stand, with a button for each suggestion. What is to be added to the lists is another editor's. */
export function showFindings(state: EditorState, findings: readonly Finding[], locale: Locale, add: (addition: Addition) => void): TransactionSpec {
  const end = state.doc.length;
  const diagnostics = findings.map((finding): Diagnostic => {
    const { from, to, severity, rule, message, suggestions } = finding;
    return {
      from: Math.min(from, end),
      to: Math.min(to, end),
      severity,
      message,
      ...(rule === null ? {} : { source: rule }),
      actions: suggestions.map((suggestion) => ({
        name: titleOf(suggestion, locale),
        apply: (view, now) => (suggestion.kind === "edit" ? applyInView(view, suggestion, now - from) : add(suggestion)),
      })),
    };
  });
  return setDiagnostics(state, diagnostics);
}

/** @param moved how far the finding has moved since it was found: what is typed above moves it. */
function applyInView(view: EditorView, { from, to, insert }: Edit, moved: number): void {
  view.dispatch({ changes: { from: from + moved, to: to + moved, insert }, userEvent: "input.suggestion" });
  view.focus();
}
