import { forEachDiagnostic } from "@codemirror/lint";
import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { showTooltip, type EditorView, type Tooltip } from "@codemirror/view";

/** What is wrong at one place: two rules may say something of the same URL. */
interface Message {
  readonly from: number;
  readonly parts: readonly { readonly severity: string; readonly message: string }[];
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
  forEachDiagnostic(view.state, (part, from, to) => {
    if (from <= view.state.selection.main.from) return;
    if (next === undefined || from < next.from) next = { from, to, parts: [part] };
    else if (from === next.from) next = { ...next, parts: [...next.parts, part] };
  });
  if (next === undefined) return false;
  view.dispatch({ selection: { anchor: next.from, head: next.to }, scrollIntoView: true });
  view.dispatch({ effects: showMessage.of(next) });
  return true;
}

function tooltip({ from, parts }: Message): Tooltip {
  return {
    pos: from,
    above: true,
    create() {
      const dom = document.createElement("div");
      dom.className = "finding-message";
      dom.setAttribute("role", "status");
      dom.append(
        ...parts.map(({ severity, message: text }) => {
          const line = document.createElement("div");
          line.className = `cm-diagnostic cm-diagnostic-${severity}`;
          line.textContent = text;
          return line;
        }),
      );
      return { dom };
    },
  };
}
