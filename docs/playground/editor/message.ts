import { forEachDiagnostic } from "@codemirror/lint";
import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { showTooltip, type EditorView, type Tooltip } from "@codemirror/view";

interface Message {
  readonly from: number;
  readonly severity: string;
  readonly message: string;
}

/** Says at its place what is wrong there, until the cursor goes elsewhere or something is typed. */
export const showMessage = StateEffect.define<Message>();

/** CodeMirror shows a finding only to a pointer that hovers over it. */
export const message: Extension = StateField.define<Tooltip | null>({
  create: () => null,
  update(shown, { effects, docChanged, selection }) {
    const effect = effects.find((each) => each.is(showMessage));
    if (effect !== undefined) return tooltip(effect.value);
    return docChanged || selection !== undefined ? null : shown;
  },
  provide: (field) => showTooltip.from(field),
});

/** Goes to the finding behind the cursor, where it stands by now, and says it; false: there is none. */
export function goToNextFinding(view: EditorView): boolean {
  let next: (Message & { readonly to: number }) | undefined;
  forEachDiagnostic(view.state, ({ severity, message: text }, from, to) => {
    if (from > view.state.selection.main.from && (next === undefined || from < next.from)) next = { from, to, severity, message: text };
  });
  if (next === undefined) return false;
  view.dispatch({ selection: { anchor: next.from, head: next.to }, scrollIntoView: true });
  view.dispatch({ effects: showMessage.of(next) });
  return true;
}

function tooltip({ from, severity, message: text }: Message): Tooltip {
  return {
    pos: from,
    above: true,
    create() {
      const dom = document.createElement("div");
      dom.className = `cm-diagnostic cm-diagnostic-${severity} finding-message`;
      dom.setAttribute("role", "status");
      dom.textContent = text;
      return { dom };
    },
  };
}
