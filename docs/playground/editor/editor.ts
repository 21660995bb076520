import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentOnInput } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers } from "@codemirror/view";
import type { Locale } from "@wx-domain/core";
import { languageOf } from "./languages.ts";
import { look } from "./look.ts";
import { goToNextFinding, message } from "./message.ts";

/** What CodeMirror says itself. */
const PHRASES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {},
  "zh-CN": { Diagnostics: "问题", "No diagnostics": "没有问题", close: "关闭", "Control character": "控制字符", "current match": "当前匹配项" },
};

export interface EditorParts {
  readonly locale: Locale;
  readonly label: string;
  /** The element that tells how to leave the editor by keyboard. */
  readonly describedBy: string;
  readonly changed: (text: string) => void;
  readonly moved: (offset: number) => void;
  /** F8 behind the last finding. */
  readonly leave: () => void;
}

/** After Escape, Tab leaves the editor, however long the reader takes: until something is typed, or the editor is come back to. */
const leaving: Extension = [
  keymap.of([
    {
      key: "Escape",
      run(view) {
        view.setTabFocusMode(true);
        return false;
      },
    },
  ]),
  EditorView.updateListener.of(({ docChanged, view }) => {
    if (docChanged) view.setTabFocusMode(false);
  }),
  EditorView.domEventHandlers({ blur: (_event, view) => view.setTabFocusMode(false) }),
];

/** The state of one file: its text, its history, its language. */
export function fileState(name: string, text: string, { locale, label, describedBy, changed, moved, leave }: EditorParts): EditorState {
  const extensions: Extension = [
    lineNumbers(),
    lintGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    leaving,
    keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
    keymap.of([
      {
        key: "F8",
        run(view) {
          if (!goToNextFinding(view)) leave();
          return true;
        },
      },
    ]),
    message,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ tabindex: "0", "aria-label": label, "aria-describedby": describedBy }),
    EditorState.phrases.of(PHRASES[locale]),
    EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
      if (docChanged) changed(state.doc.toString());
      if (docChanged || selectionSet) moved(state.selection.main.head);
    }),
    look,
    languageOf(name),
  ];
  return EditorState.create({ doc: text, extensions });
}
