import type { FunctionId, NodeId } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Element, Value } from "../values/value.ts";
import type { Frame } from "./frame.ts";

/** What is known of expressions: by frame, then by node. */
export type Memo = Map<number, Map<NodeId, Entry>>;

export interface Entry {
  /** Undefined while it is being found. */
  value: Value | undefined;
  readonly level: number;
  open: OpenFunctions;
}

/** Functions whose callers are not known, and what they hand in decides. */
export type OpenFunctions = ReadonlyMap<string, OpenFunction>;

export interface OpenFunction {
  readonly module: Module;
  readonly function: FunctionId;
}

export const NO_FUNCTIONS: OpenFunctions = new Map();

/** An expression that is taken to have one of its members only. */
export interface Supposition {
  readonly frame: number;
  readonly node: NodeId;
  readonly element: Element;
  /** What was found under a supposition about this expression and didn't look at it: it holds whatever is supposed of it. */
  readonly free: Memo;
}

export function emptyMemo(): Memo {
  return new Map();
}

/** The entries of one frame. */
export function entriesOf(memo: Memo, { id }: Frame): Map<NodeId, Entry> {
  let ofFrame = memo.get(id);
  if (ofFrame === undefined) memo.set(id, (ofFrame = new Map<NodeId, Entry>()));
  return ofFrame;
}
