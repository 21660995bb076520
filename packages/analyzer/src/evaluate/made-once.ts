import { INDEX_STEPS } from "../bounds.ts";
import type { Evaluator } from "./evaluator.ts";

/** What is made once for an evaluator, whoever asks first. */
export interface MadeOnce<T> {
  of(ev: Evaluator, key: string, make: () => T): T;
}

/** What each of many expressions asks for and takes many steps. Its cost is nobody's: the answer is kept for all. */
export function madeOnce<T>(): MadeOnce<T> {
  const kept = new WeakMap<Evaluator["era"], { readonly made: Map<string, T>; readonly underWay: Set<string> }>();
  return {
    of(ev, key, make) {
      let known = kept.get(ev.era);
      if (known === undefined) kept.set(ev.era, (known = { made: new Map<string, T>(), underWay: new Set<string>() }));
      const { made, underWay } = known;
      const before = made.get(key);
      if (before !== undefined) return before;
      // Asked for while it is being made: what comes out then lacks what is not there yet, and is nobody else's.
      if (underWay.size > 0) return make();
      underWay.add(key);
      const result = ev.forAll(make, INDEX_STEPS);
      underWay.delete(key);
      if (result === undefined) return make();
      made.set(key, result);
      return result;
    },
  };
}
