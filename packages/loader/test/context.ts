import { deadlineIn, nodeEdges, type Context } from "@wx-domain/loader";
import { Redactor } from "@wx-domain/loader/faults";

export interface TestContext extends Context {
  /** What would have been waited for, in milliseconds. */
  readonly pauses: readonly number[];
}

/** A context whose clock moves only when something sleeps, and which touches the network alone. */
export function testContext(seconds = 20): TestContext {
  let now = Date.UTC(2026, 6, 1);
  const pauses: number[] = [];
  const edges = {
    ...nodeEdges({}),
    now: () => now,
    random: () => 0.5,
    sleep: (milliseconds: number) => {
      pauses.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
  return { edges, deadline: deadlineIn(seconds, edges.now), redactor: new Redactor(), pauses };
}
