import type { Edges } from "../context.ts";

const A_MINUTE = 60_000;

/** Where everybody waits once WeChat has said that the minute's calls are used up (45011). */
export interface MinuteGate {
  /** Resolves when calls may be made. */
  open(): Promise<void>;
  close(): void;
}

export function minuteGate({ now, sleep, random }: Pick<Edges, "now" | "sleep" | "random">): MinuteGate {
  let until = Number.NEGATIVE_INFINITY;
  return {
    open: async () => {
      for (let rest = until - now(); rest > 0; rest = until - now()) await sleep(rest);
    },
    close: () => {
      until = now() + A_MINUTE * (1 + random() / 10);
    },
  };
}
