import type { Span } from "../source/blank.ts";
import type { MarkupAttribute, MarkupDocument, MarkupElement, MarkupNode } from "./tree.ts";

type Open<Node> = { -readonly [Key in keyof Node]: Node[Key] extends readonly (infer Item)[] ? Item[] : Node[Key] };

/** A `<` that begins none of these, as HTML says, is text. */
const TAG = /<(\/?)([a-z_][^\s/<>]*)/iy;
const COMMENT = /<!--([^]*?)(?:-->|$)/y;
const DECLARATION = /<[!?][^>]*>?/y;
/** uni-app's `#ifdef` may stand inside a tag. */
const BEFORE_ATTRIBUTE = /(?:\s|\/(?!>)|<!--[^]*?(?:-->|$))*/y;
const ATTRIBUTE_NAME = /[^\s/<>][^\s/<>=]*/y;
const EQUALS = /\s*=\s*/y;
const QUOTED = /"([^"]*)"?|'([^']*)'?/y;
const OPENING_END = /(\/?)>|/y;
const CLOSING_END = /[^<>]*>?/y;
const AFTER_TEXT = /\{\{|<(?:\/?[a-z_]|[!?])/gi;
const AFTER_UNQUOTED = /\{\{|\/?>|\s/g;
const AFTER_WXS = /<\/wxs\s*>/g;

/** More is no expression that a person writes. */
const MAX_EXPRESSION = 2000;

/**
 * Reads markup. Any text is accepted, also one that is typed at this moment, in time that grows as the text does: what is not closed is closed where its
 * parent is, and a tag that no `>` ends is ended by the next one. HTML's own rules (`<input>` without end, tables) are not known, since WXML has none of
 * them; that `{{ a < b }}` and the body of `<wxs>` are code is.
 */
export function parseMarkup(text: string): MarkupDocument {
  return new Reader(text).document();
}

class Reader {
  readonly #text: string;
  readonly #document: Open<MarkupDocument>;
  readonly #open: Open<MarkupElement>[] = [];
  /** How many of a name are open, so that a closing tag of none need not look for one. */
  readonly #openOf = new Map<string, number>();
  #at = 0;
  /** Where the next `}}` begins that was looked for last. */
  #nextBraces = -1;

  constructor(text: string) {
    this.#text = text;
    this.#document = { type: "Document", start: 0, end: text.length, children: [] };
  }

  document(): MarkupDocument {
    while (this.#at < this.#text.length) this.#readNode(this.#at);
    return this.#document;
  }

  #readNode(start: number): void {
    const [, slash, name] = this.#take(TAG) ?? [];
    if (name !== undefined) {
      if (slash === "") this.#readElement(start, name);
      else this.#readClosing(start, name);
      return;
    }
    const [, comment] = this.#take(COMMENT) ?? [];
    if (comment !== undefined) this.#add({ type: "Comment", start, end: this.#at, value: comment });
    else if (this.#take(DECLARATION) === undefined) this.#readText(this.#endBefore(AFTER_TEXT));
  }

  #readElement(start: number, name: string): void {
    const attributes = this.#readAttributes();
    const isEmpty = this.#take(OPENING_END)?.[1] === "/";
    // What nothing closes ends with the text.
    const element: Open<MarkupElement> = { type: "Element", name, attributes, children: [], start, end: isEmpty ? this.#at : this.#text.length };
    this.#add(element);
    if (isEmpty) return;
    this.#open.push(element);
    this.#openOf.set(name, (this.#openOf.get(name) ?? 0) + 1);
    if (name === "wxs") this.#readText(this.#find(AFTER_WXS)?.index ?? this.#text.length);
  }

  #readClosing(start: number, name: string): void {
    this.#take(CLOSING_END);
    while ((this.#openOf.get(name) ?? 0) > 0) {
      const element = this.#open.pop();
      if (element === undefined) return;
      this.#openOf.set(element.name, (this.#openOf.get(element.name) ?? 0) - 1);
      element.end = element.name === name ? this.#at : start;
      if (element.name === name) return;
    }
  }

  #readText(end: number): void {
    const start = this.#at;
    this.#at = end;
    if (end > start) this.#add({ type: "Text", start, end, value: this.#text.slice(start, end) });
  }

  #readAttributes(): MarkupAttribute[] {
    const attributes: MarkupAttribute[] = [];
    for (;;) {
      this.#take(BEFORE_ATTRIBUTE);
      const start = this.#at;
      const [name] = this.#take(ATTRIBUTE_NAME) ?? [];
      if (name === undefined) return attributes;
      const value = this.#take(EQUALS) === undefined ? undefined : this.#readValue(this.#at);
      attributes.push({ type: "Attribute", name, value, start, end: this.#at });
    }
  }

  #readValue(start: number): Span & { readonly text: string } {
    const quoted = this.#take(QUOTED);
    const text = quoted === undefined ? this.#text.slice(start, (this.#at = this.#endBefore(AFTER_UNQUOTED))) : (quoted[1] ?? quoted[2] ?? "");
    const valueStart = quoted === undefined ? start : start + 1;
    return { start: valueStart, end: valueStart + text.length, text };
  }

  #add(node: MarkupNode): void {
    (this.#open.at(-1) ?? this.#document).children.push(node);
  }

  /** What stands here, and goes behind it. */
  #take(pattern: RegExp): RegExpExecArray | undefined {
    const found = this.#find(pattern);
    if (found !== undefined) this.#at = pattern.lastIndex;
    return found;
  }

  #find(pattern: RegExp, from = this.#at): RegExpExecArray | undefined {
    pattern.lastIndex = from;
    return pattern.exec(this.#text) ?? undefined;
  }

  /** Where the first of the ends stands that is in no `{{ }}`. */
  #endBefore(ends: RegExp): number {
    let found = this.#find(ends);
    while (found?.[0] === "{{") found = this.#find(ends, this.#endOfExpression(found.index));
    return found?.index ?? this.#text.length;
  }

  /** Behind the braces that end an expression; behind those that begin it, if it has no end yet. */
  #endOfExpression(start: number): number {
    if (this.#nextBraces < start) {
      const next = this.#text.indexOf("}}", start);
      this.#nextBraces = next < 0 ? Infinity : next;
    }
    const end = this.#nextBraces;
    const isWhole = end - start < MAX_EXPRESSION && this.#text.lastIndexOf("{{", end) <= start + 1;
    return isWhole ? end + 2 : start + 2;
  }
}
