import { html } from "@codemirror/lang-html";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import type { Extension } from "@codemirror/state";

/** The colours of a file by the end of its name. */
export function languageOf(name: string): Extension {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  switch (ending) {
    case "json":
      return json();
    case "vue":
    case "wxml":
    case "html":
      return html();
    case "ts":
    case "mts":
    case "cts":
      return javascript({ typescript: true });
    case "tsx":
      return javascript({ typescript: true, jsx: true });
    default:
      return javascript({ jsx: true });
  }
}
