import type { Module } from "../program/module.ts";
import type { Evaluator } from "./evaluator.ts";

/**
 * What all modules of a program contribute to a question. Each is looked at once, also those that come in while expressions are
 * evaluated: a walk over all modules for each URL would cost their product.
 */
export function moduleIndex<T>(find: (module: Module) => readonly T[]): (ev: Evaluator) => readonly T[] {
  const indexes = new WeakMap<Evaluator, { looked: number; readonly found: T[] }>();
  return (ev) => {
    let index = indexes.get(ev);
    if (index === undefined) indexes.set(ev, (index = { looked: 0, found: [] }));
    const { modules } = ev.host;
    for (; index.looked < modules.length; index.looked++) {
      const module = modules[index.looked];
      if (module !== undefined) index.found.push(...find(module));
    }
    return index.found;
  };
}
