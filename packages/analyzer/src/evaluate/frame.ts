import type { FunctionId } from "../facts/language.ts";
import { MODULE_FUNCTION } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Element, Thunk, Value } from "../values/value.ts";

/** Where a function's parameters come from. */
export type Arguments =
  /** The caller is not known: parameters stay symbolic. `settled`: nobody is to be asked for it. */
  | { readonly kind: "open"; readonly settled: boolean }
  /** A call: its arguments, evaluated in the caller's frame. `skip`: arguments that are not parameters (`f.call(self, …)`). */
  | { readonly kind: "call"; readonly call: Thunk; readonly skip: number }
  /** Values that a model hands in (`then`, `forEach`). */
  | { readonly kind: "values"; readonly values: readonly Value[] };

/**
 * A function at work: its arguments, its `this`, and the frame of the function it was written in. Frames are unique by
 * content, so that a result can be kept by (expression, frame).
 */
export interface Frame {
  readonly id: number;
  readonly module: Module;
  readonly function: FunctionId;
  readonly parent: Frame | undefined;
  readonly arguments: Arguments;
  readonly self: Element | undefined;
  readonly depth: number;
}

/** Makes each frame once. */
export interface Frames {
  open(module: Module, id: FunctionId): Frame;
  make(module: Module, id: FunctionId, parent: Frame | undefined, args: Arguments, self: Element | undefined): Frame;
  /** The frame of `owner` as seen from `from`: frames of functions around it are kept, the others are open. */
  at(from: Frame, module: Module, owner: FunctionId): Frame;
}

const OPEN: Arguments = { kind: "open", settled: false };

export function createFrames(): Frames {
  const known = new Map<string, Frame>();
  const opened = new Map<Module, Frame[]>();
  let valuesSeen = 0;

  function argumentsKey(args: Arguments): string {
    switch (args.kind) {
      case "open":
        return args.settled ? "settled" : "";
      case "call":
        return `${String(args.call.module.id)}:${String(args.call.node)}:${String(args.call.frame.id)}+${String(args.skip)}`;
      case "values":
        return args.values.every((value) => value.length < 4)
          ? `v${args.values.map((value) => value.map((element) => element.key).join("|")).join()}`
          : `v${String(valuesSeen++)}`;
    }
  }

  function make(module: Module, id: FunctionId, parent: Frame | undefined, args: Arguments, self: Element | undefined): Frame {
    const key = `${String(module.id)}:${String(id)} ${String(parent?.id)} ${self?.key ?? ""} ${argumentsKey(args)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const depth = args.kind === "call" ? Math.max(args.call.frame.depth, parent?.depth ?? 0) + 1 : (parent?.depth ?? 0);
    const made: Frame = { id: known.size, module, function: id, parent, arguments: args, self, depth };
    known.set(key, made);
    return made;
  }

  function open(module: Module, id: FunctionId): Frame {
    let frames = opened.get(module);
    if (frames === undefined) opened.set(module, (frames = []));
    return (frames[id] ??= make(module, id, id === MODULE_FUNCTION ? undefined : open(module, module.facts.functions[id]?.parent ?? MODULE_FUNCTION), OPEN, undefined));
  }

  function at(from: Frame, module: Module, owner: FunctionId): Frame {
    for (let frame: Frame | undefined = from; frame !== undefined; frame = frame.parent) {
      if (frame.function === owner && frame.module === module) return frame;
    }
    if (owner === MODULE_FUNCTION) return open(module, owner);
    const parent = at(from, module, module.facts.functions[owner]?.parent ?? MODULE_FUNCTION);
    const usual = open(module, owner);
    return usual.parent === parent ? usual : make(module, owner, parent, OPEN, undefined);
  }

  return { open, make, at };
}
