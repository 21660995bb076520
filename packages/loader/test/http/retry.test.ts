import { expect, it } from "vitest";
import { FetchError } from "../../src/fetch-error.ts";
import { pauseBefore, withRetries, type RetryPolicy } from "../../src/http/retry.ts";
import { testContext } from "../context.ts";

it.each<{ policy: RetryPolicy; retries: number; random: number; pause: number | undefined }>([
  { policy: "backoff", retries: 0, random: 0, pause: 150 },
  { policy: "backoff", retries: 0, random: 0.5, pause: 300 },
  { policy: "backoff", retries: 1, random: 0.5, pause: 600 },
  { policy: "backoff", retries: 2, random: 0.5, pause: 1200 },
  { policy: "backoff", retries: 3, random: 0.5, pause: undefined },
  { policy: "after-the-minute", retries: 0, random: 0, pause: 60_000 },
  { policy: "after-the-minute", retries: 0, random: 0.5, pause: 63_000 },
  { policy: "never", retries: 0, random: 0.5, pause: undefined },
  { policy: "fresh-token", retries: 0, random: 0.5, pause: undefined },
])("$policy, retry $retries, random $random: $pause ms", ({ policy, retries, random, pause }) => {
  expect(pauseBefore(policy, retries, random)).toBe(pause);
});

const FAULT = new FetchError("loader/fault", { en: "fault", "zh-CN": "故障" });

const failing = (retry: RetryPolicy) => () => Promise.resolve({ kind: "failed", error: FAULT, retry } as const);

it("gives up after three retries", async () => {
  const context = testContext();
  await expect(withRetries(failing("backoff"), context)).rejects.toThrow("fault");
  expect(context.pauses).toEqual([300, 600, 1200]);
});

it("does not wait for what the deadline won't let it see", async () => {
  const context = testContext(20);
  await expect(withRetries(failing("after-the-minute"), context)).rejects.toThrow("fault");
  expect(context.pauses).toEqual([]);
});

it("waits for the minute to end where the deadline allows it", async () => {
  const context = testContext(100);
  await expect(withRetries(failing("after-the-minute"), context)).rejects.toThrow("fault");
  expect(context.pauses).toEqual([63_000]);
});

it.each([
  { first: "loader/http-status", then: "loader/timed-out", thrown: "loader/http-status" },
  { first: "loader/http-status", then: "loader/unreachable", thrown: "loader/unreachable" },
  { first: "loader/timed-out", then: "loader/timed-out", thrown: "loader/timed-out" },
])("$first, then $then when the time is up: $thrown is what its reader can mend", async ({ first, then, thrown }) => {
  const context = testContext(10);
  const codes = [first, then];
  const attempt = async () => {
    const code = codes.shift() ?? then;
    if (codes.length === 0) await context.edges.sleep(10_000);
    return { kind: "failed", error: new FetchError(code, FAULT.text), retry: "backoff" } as const;
  };
  await expect(withRetries(attempt, context)).rejects.toMatchObject({ code: thrown });
});
