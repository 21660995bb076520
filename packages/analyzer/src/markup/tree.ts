import { createParser } from "#htmlparser2";
import type { Span } from "../source/blank.ts";

/** The markup of WXML and of Vue's templates, with offsets into the text. Children are in order. */
export interface MarkupDocument extends Span {
  readonly type: "Document";
  readonly children: readonly MarkupNode[];
}

export type MarkupNode = MarkupElement | MarkupText | MarkupComment;

export interface MarkupElement extends Span {
  readonly type: "Element";
  readonly name: string;
  readonly attributes: readonly MarkupAttribute[];
  readonly children: readonly MarkupNode[];
}

export interface MarkupAttribute extends Span {
  readonly type: "Attribute";
  readonly name: string;
  /** What is between the quotes, as it is written; undefined: there is no value. */
  readonly value: (Span & { readonly text: string }) | undefined;
}

export interface MarkupText extends Span {
  readonly type: "Text";
  readonly value: string;
}

export interface MarkupComment extends Span {
  readonly type: "Comment";
  /** What is between `<!--` and `-->`. */
  readonly value: string;
}

type Open<Node> = { -readonly [Key in keyof Node]: Node[Key] extends readonly (infer Item)[] ? Item[] : Node[Key] };

/**
 * Reads markup. Any text is accepted: what is not closed is closed where its parent is. By htmlparser2, since it gives offsets of every attribute, is made
 * for markup that is typed at this moment, and in its XML mode knows none of HTML's own rules (`<input>` without end, tables), which WXML
 * has not either.
 */
export function parseMarkup(text: string): MarkupDocument {
  const document: Open<MarkupDocument> = { type: "Document", start: 0, end: text.length, children: [] };
  const open: Open<MarkupElement>[] = [];
  let attributes: MarkupAttribute[] = [];
  const add = (node: MarkupNode): void => void (open.at(-1) ?? document).children.push(node);

  const parser = createParser(
    {
      onopentagname: () => {
        attributes = [];
      },
      onattribute(name, value, quote) {
        const { startIndex: start, endIndex: end } = parser;
        const valueEnd = end - (quote === undefined || quote === null ? 0 : 1);
        const valueStart = valueEnd - value.length;
        attributes.push({
          type: "Attribute",
          name,
          value: quote === undefined ? undefined : { start: valueStart, end: valueEnd, text: text.slice(valueStart, valueEnd) },
          start,
          end,
        });
      },
      onopentag(name) {
        const element: Open<MarkupElement> = { type: "Element", name, attributes, children: [], start: parser.startIndex, end: parser.endIndex + 1 };
        add(element);
        open.push(element);
      },
      onclosetag() {
        const element = open.pop();
        if (element !== undefined) element.end = Math.min(parser.endIndex + 1, text.length);
      },
      ontext() {
        const { startIndex: start, endIndex } = parser;
        const last = (open.at(-1) ?? document).children.at(-1);
        // The parser hands out a text in pieces.
        if (last?.type === "Text") add(joined(text, (open.at(-1) ?? document).children, endIndex + 1));
        else add({ type: "Text", start, end: endIndex + 1, value: text.slice(start, endIndex + 1) });
      },
      oncomment() {
        const { startIndex: start, endIndex } = parser;
        const whole = text.slice(start, endIndex + 1);
        add({ type: "Comment", start, end: endIndex + 1, value: whole.replace(/^<!--/, "").replace(/-->$/, "") });
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.end(readable(text));
  return document;
}

/** Takes the text before out of the list, and gives it back with what follows. */
function joined(text: string, siblings: MarkupNode[], end: number): MarkupText {
  const start = siblings.pop()?.start ?? end;
  return { type: "Text", start, end, value: text.slice(start, end) };
}

/** More is no expression that a person writes. */
const MAX_EXPRESSION = 2000;

const FOREIGN = new RegExp(String.raw`<!--[^]*?(?:-->|$)|(<wxs\b[^>]*?(?<!/)>)([^]*?)(?=</wxs\s*>|$)|\{\{([^]{0,${String(MAX_EXPRESSION)}}?)\}\}`, "g");

/** The text with blanks for what would be read as tags but is code: the bodies of `<wxs>`, and `<` in `{{ a < b }}`. Of the same length. */
function readable(text: string): string {
  if (!text.includes("<wxs") && !/\{\{[^}]*</.test(text)) return text;
  return text.replace(FOREIGN, (whole: string, wxs: string | undefined, body: string | undefined, expression: string | undefined) => {
    if (wxs !== undefined && body !== undefined) return wxs + body.replace(/[^\n]/g, " ");
    return expression === undefined ? whole : `{{${expression.replaceAll("<", " ")}}}`;
  });
}
