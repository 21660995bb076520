/** The moment by which a whole command must have ended, whatever it is waiting for. */
export interface Deadline {
  /** What was granted, in seconds. */
  readonly seconds: number;
  /** What is left, in milliseconds; never negative. */
  remaining(): number;
}

/** @param now The clock, in milliseconds. */
export function deadlineIn(seconds: number, now: () => number): Deadline {
  const end = now() + seconds * 1000;
  return { seconds, remaining: () => Math.max(0, end - now()) };
}
