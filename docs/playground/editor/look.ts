import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The site's own colours, which follow its light and dark modes; those of syntax are in `look.css`. */
const frame = EditorView.theme({
  "&": { fontSize: "14px", color: "var(--vp-c-text-1)", backgroundColor: "var(--vp-c-bg)", height: "100%" },
  // The frame around it shows the focus: the gutter would cover a part of this one.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--vp-font-family-mono)", lineHeight: "1.6" },
  ".cm-content": { caretColor: "var(--vp-c-text-1)" },
  ".cm-cursor": { borderLeftColor: "var(--vp-c-text-1)" },
  ".cm-gutters": { backgroundColor: "var(--vp-c-bg)", color: "var(--vp-c-text-2)", borderRight: "1px solid var(--vp-c-divider)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--playground-selection)" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--vp-c-bg-elv)", color: "var(--vp-c-text-1)", borderColor: "var(--vp-c-divider)" },
  ".cm-tooltip": { maxWidth: "min(36rem, 90vw)", borderRadius: "6px", boxShadow: "var(--vp-shadow-3)" },
  ".cm-diagnostic": { padding: "8px 12px", fontFamily: "var(--vp-font-family-base)" },
  ".cm-diagnosticSource": { marginTop: "4px", fontSize: "85%", opacity: "1", color: "var(--vp-c-text-2)" },
  ".cm-diagnosticAction": { margin: "8px 8px 0 0", padding: "4px 10px", borderRadius: "4px", border: "1px solid var(--vp-c-brand-1)", backgroundColor: "var(--vp-c-brand-soft)", color: "var(--vp-c-text-1)" },
});

const colours = HighlightStyle.define([
  { tag: [tags.comment, tags.meta], color: "var(--playground-comment)" },
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.tagName, tags.self], color: "var(--playground-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.attributeValue, tags.regexp], color: "var(--playground-string)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--playground-number)" },
  { tag: [tags.propertyName, tags.attributeName], color: "var(--playground-property)" },
  { tag: [tags.typeName, tags.className], color: "var(--playground-type)" },
]);

export const look: Extension = [frame, syntaxHighlighting(colours)];
