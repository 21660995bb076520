import type { Module } from "../program/module.ts";
import type { Evaluator } from "./evaluator.ts";

/** What all modules of a program contribute to a question; of a module alone, whether it contributes. */
export interface ModuleIndex<T> {
  of(ev: Evaluator): readonly T[];
  addsFrom(ev: Evaluator, module: Module): boolean;
}

/**
 * Each module is looked at once, also those that come in while expressions are evaluated: a walk over all modules for each URL would cost
 * their product. `counts`: whether what was found by its form contributes indeed, where that can be told better.
 */
export function moduleIndex<T>(find: (module: Module) => readonly T[], counts: (ev: Evaluator, found: T) => boolean = () => true): ModuleIndex<T> {
  const indexes = new WeakMap<Evaluator, { looked: number; readonly found: T[] }>();
  const found = new WeakMap<Module, readonly T[]>();

  function foundIn(module: Module): readonly T[] {
    let known = found.get(module);
    if (known === undefined) found.set(module, (known = find(module)));
    return known;
  }

  const whole: ModuleIndex<T> = {
    of(ev) {
      let index = indexes.get(ev);
      if (index === undefined) {
        indexes.set(ev, (index = { looked: 0, found: [] }));
        ev.asked.add(whole);
      }
      const { modules } = ev.host;
      for (; index.looked < modules.length; index.looked++) {
        const module = modules[index.looked];
        if (module !== undefined) index.found.push(...foundIn(module));
      }
      return index.found;
    },
    addsFrom: (ev, module) => foundIn(module).some((one) => counts(ev, one)),
  };
  return whole;
}
