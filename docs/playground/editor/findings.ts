import { setDiagnostics, type Diagnostic } from "@codemirror/lint";
import type { EditorState, TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Finding, Suggestion } from "../engine/protocol.ts";

/** Shows findings where they stand, with a button for each suggestion. */
export function showFindings(state: EditorState, findings: readonly Finding[]): TransactionSpec {
  const end = state.doc.length;
  const diagnostics = findings.map((finding): Diagnostic => {
    const { from, to, severity, rule, message, suggestions } = finding;
    return {
      from: Math.min(from, end),
      to: Math.min(to, end),
      severity,
      message,
      ...(rule === null ? {} : { source: rule }),
      actions: suggestions.map((suggestion) => ({ name: suggestion.title, apply: (view, now) => applyInView(view, suggestion, now - from) })),
    };
  });
  return setDiagnostics(state, diagnostics);
}

/** @param moved how far the finding has moved since it was found: what is typed above moves it. */
function applyInView(view: EditorView, { from, to, insert }: Suggestion, moved: number): void {
  view.dispatch({ changes: { from: from + moved, to: to + moved, insert }, userEvent: "input.suggestion" });
  view.focus();
}
