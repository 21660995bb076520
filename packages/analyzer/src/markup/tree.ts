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
