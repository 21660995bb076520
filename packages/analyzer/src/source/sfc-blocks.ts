import type { Span } from "./blank.ts";

/** A top-level element of a `.vue`, `.mpx` or `.wpy` file. `start` and `end` bound what is between its tags. */
export interface SfcBlock extends Span {
  readonly name: string;
  /** Attribute names in lower case; an attribute without a value has the value "". */
  readonly attributes: ReadonlyMap<string, string>;
}

/**
 * The top-level elements of a single-file component, in order. Vue's rule: what `<template>` holds is markup (its nested templates
 * are counted), what any other element holds is raw text up to the first closing tag. Comments hold no elements.
 */
export function* sfcBlocks(text: string): Generator<SfcBlock> {
  const next = /<!--|<([A-Za-z][\w:-]*)/g;
  let unbalanced = 0;
  for (let match = next.exec(text); match !== null && unbalanced < MAX_UNBALANCED; match = next.exec(text)) {
    const name = match[1]?.toLowerCase();
    if (name === undefined) {
      next.lastIndex = after(text, "-->", match.index + 4) ?? text.length;
      continue;
    }
    const tag = readTag(text, next.lastIndex);
    if (tag.selfClosing) {
      yield { name, attributes: tag.attributes, start: tag.end, end: tag.end };
      next.lastIndex = tag.end;
      continue;
    }
    const isMarkup = name === "template" && (tag.attributes.get("lang") ?? "html") !== "pug";
    const close = isMarkup ? closingTemplate(text, tag.end) : closingTag(text, name, tag.end);
    if (isMarkup && close.start === close.end) unbalanced++;
    yield { name, attributes: tag.attributes, start: tag.end, end: close.start };
    next.lastIndex = close.end;
  }
}

/** Each template that isn't closed is looked for up to the end of the text; a component has one. */
const MAX_UNBALANCED = 8;

interface Tag {
  readonly attributes: ReadonlyMap<string, string>;
  readonly selfClosing: boolean;
  /** Just after `>`. */
  readonly end: number;
}

/** Reads attributes from just after the tag's name. */
function readTag(text: string, from: number): Tag {
  const attributes = new Map<string, string>();
  const piece = /\s+|(\/?>)|([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?|[\s\S]/y;
  piece.lastIndex = from;
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [, close, name, doubleQuoted, singleQuoted, bare] = match;
    if (close !== undefined) return { attributes, selfClosing: close === "/>", end: piece.lastIndex };
    if (name !== undefined) attributes.set(name.toLowerCase(), doubleQuoted ?? singleQuoted ?? bare ?? "");
  }
  return { attributes, selfClosing: false, end: text.length };
}

function closingTag(text: string, name: string, from: number): Span {
  const close = new RegExp(`</${name}\\s*>`, "gi");
  close.lastIndex = from;
  const match = close.exec(text);
  if (match === null) return { start: text.length, end: text.length };
  return { start: match.index, end: close.lastIndex };
}

function closingTemplate(text: string, from: number): Span {
  const next = /<!--|<(\/?)template(?=[\s/>])/gi;
  next.lastIndex = from;
  let depth = 1;
  for (let match = next.exec(text); match !== null; match = next.exec(text)) {
    if (match[1] === undefined) {
      const end = after(text, "-->", next.lastIndex);
      if (end === undefined) break;
      next.lastIndex = end;
      continue;
    }
    const tag = readTag(text, next.lastIndex);
    next.lastIndex = tag.end;
    if (match[1] === "") depth += tag.selfClosing ? 0 : 1;
    else depth--;
    if (depth === 0) return { start: match.index, end: tag.end };
  }
  // Tags that don't balance (a slip, or a template that is being typed): a script at the start of a line is still the script.
  const script = /^<script[\s>]/gim;
  script.lastIndex = from;
  const start = script.exec(text)?.index ?? text.length;
  return { start, end: start };
}

function after(text: string, needle: string, from: number): number | undefined {
  const at = text.indexOf(needle, from);
  return at < 0 ? undefined : at + needle.length;
}
