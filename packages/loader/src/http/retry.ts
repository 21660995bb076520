import type { Context } from "../context.ts";
import type { FetchError } from "../fetch-error.ts";

/**
 * What a fault allows: nothing; another try after a growing pause; another try when the minute is over; another try
 * with a fresh token (which is the token holder's business, not this file's).
 */
export type RetryPolicy = "never" | "backoff" | "after-the-minute" | "fresh-token";

export type Attempt<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly error: FetchError; readonly retry: RetryPolicy };

const MOST_RETRIES = 3;
const FIRST_PAUSE = 300;
const A_MINUTE = 60_000;

/**
 * Runs `attempt` until it is done, gives up for good, has been retried three times, or the next pause would outlast
 * the deadline: waiting only to fail helps nobody.
 * @throws the last attempt's error; if that is only that the deadline cut it off, what went wrong before.
 */
export async function withRetries<T>(attempt: () => Promise<Attempt<T>>, context: Context): Promise<T> {
  let earlier: FetchError | undefined;
  for (let retries = 0; ; retries++) {
    const outcome = await attempt();
    if (outcome.kind === "done") return outcome.value;
    if (outcome.error.code === "loader/timed-out" && earlier !== undefined && context.deadline.remaining() === 0) throw earlier;
    earlier = outcome.error;
    const pause = pauseBefore(outcome.retry, retries, context.edges.random());
    const waitsElsewhere = context.sharesMinute === true && outcome.retry === "after-the-minute";
    if (pause === undefined || waitsElsewhere || pause >= context.deadline.remaining()) throw outcome.error;
    await context.edges.sleep(pause);
  }
}

/**
 * Milliseconds to wait before retry number `retries` + 1; undefined: don't.
 * @param random In [0, 1): spreads clients that failed together.
 */
export function pauseBefore(policy: RetryPolicy, retries: number, random: number): number | undefined {
  if (retries >= MOST_RETRIES) return undefined;
  switch (policy) {
    case "backoff":
      return FIRST_PAUSE * 2 ** retries * (0.5 + random);
    case "after-the-minute":
      return A_MINUTE * (1 + random / 10);
    case "never":
    case "fresh-token":
      return undefined;
  }
}
