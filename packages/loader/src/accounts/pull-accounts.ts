import { WxDomainError, type Localized } from "@wx-domain/core";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import pLimit from "p-limit";
import pThrottle from "p-throttle";
import type { Edges } from "../context.ts";
import { deadlineIn } from "../deadline.ts";
import { FetchError } from "../fetch-error.ts";
import { compare, store } from "../pull.ts";
import type { Redactor } from "../redactor.ts";
import type { ListChange } from "../snapshot/changes.ts";
import { systemCode } from "../system-code.ts";
import { chooseSource } from "../sources/choose.ts";
import type { Component } from "../sources/component.ts";
import { componentIn } from "../sources/credentials.ts";
import { MissingCredential, type SourceName } from "../sources/settings.ts";
import { secretsOf, type Environment } from "../variables.ts";
import { Refusal } from "../wechat/refusal.ts";
import { rememberedToken } from "../wechat/token.ts";
import type { Account } from "./accounts-file.ts";
import { minuteGate, type MinuteGate } from "./minute-gate.ts";

export interface AccountsRun {
  readonly accounts: readonly Account[];
  /** Apps at a time. */
  readonly concurrency: number;
  /** Calls in a minute, over all apps. */
  readonly perMinute: number;
  /** Seconds for each app; what is waited for the minute to end does not count. */
  readonly timeout: number;
  /** Fetch and compare, write nothing. */
  readonly dryRun: boolean;
  /** Called once for each app, as it is done. */
  readonly onResult: (result: AccountResult) => Promise<void> | void;
}

/** How it went for one app. */
export interface AccountResult {
  readonly account: Account;
  readonly warnings: readonly Localized[];
  readonly outcome:
    | { readonly kind: "pulled"; /** Empty: the snapshot stands as it stood. */ readonly changes: readonly ListChange[] }
    | { readonly kind: "failed"; readonly code: string; readonly text: Localized; /** WeChat or the way to it; else the settings. */ readonly isFetch: boolean };
}

interface World {
  /** The edges of one app: its commands see its own environment. */
  readonly edgesFor: (environment: Environment) => Edges;
  readonly environment: Environment;
  readonly redactor: Redactor;
}

/** How many calls an app costs at most, when all goes well. */
const CALLS: Readonly<Record<SourceName, number>> = { app: 2, token: 1, authorizer: 4, component: 1, container: 1, cloud: 1, file: 0 };

/** So often an app is asked about again after the minute's calls were used up. */
const MOST_MINUTES = 5;

/** Pulls the lists of many apps, several at a time, and goes on when one fails. */
export async function pullAccounts(run: AccountsRun, world: World): Promise<void> {
  const gate = minuteGate(world.edgesFor(world.environment));
  const component = sharedComponent(world.environment);
  const admit = pThrottle({ limit: run.perMinute, interval: 60_000, strict: true, weight: callsOf })((_account: Account) => Promise.resolve());
  const limit = pLimit(run.concurrency);
  await Promise.all(
    run.accounts.map((account) =>
      limit(async () => {
        await run.onResult(await pullOne(account, run, { ...world, gate, component, admit }));
      }),
    ),
  );
}

function callsOf({ settings }: Account): number {
  return settings.source === undefined ? CALLS.app : CALLS[settings.source];
}

/** One token of the platform for all apps; undefined: the environment names no platform. */
function sharedComponent(environment: Environment): Component | undefined {
  try {
    const component = componentIn(environment);
    return { ...component, token: rememberedToken(component.token) };
  } catch (error) {
    if (error instanceof MissingCredential) return undefined;
    throw error;
  }
}

interface Surroundings extends World {
  readonly gate: MinuteGate;
  readonly component: Component | undefined;
  readonly admit: (account: Account) => Promise<void>;
}

async function pullOne(account: Account, { timeout, dryRun }: AccountsRun, surroundings: Surroundings): Promise<AccountResult> {
  const { environment } = account.settings;
  const edges = surroundings.edgesFor(environment);
  // What one app's calls bring stays with it: thousands of tokens in one pattern would make each line expensive.
  const redactor = surroundings.redactor.fork();
  for (const secret of secretsOf(environment)) redactor.add(secret);
  for (let minutes = 0; ; minutes++) {
    await surroundings.gate.open();
    await surroundings.admit(account);
    const warnings: Localized[] = [];
    try {
      const source = chooseSource({ ...account.settings, component: surroundings.component });
      const request = { source, snapshot: account.snapshot, warn: (text: Localized) => void warnings.push(masked(text, redactor)) };
      const context = { edges, deadline: deadlineIn(timeout, edges.now), redactor, sharesMinute: true } as const;
      const comparison = await compare(request, context);
      if (!dryRun) {
        await mkdir(dirname(account.snapshot.path), { recursive: true });
        await store(comparison, request, context);
      }
      return { account, warnings, outcome: { kind: "pulled", changes: comparison.changes } };
    } catch (error) {
      if (error instanceof Refusal && error.retry === "after-the-minute" && minutes < MOST_MINUTES) {
        surroundings.gate.close();
        continue;
      }
      const { code, text } = error instanceof WxDomainError ? error : unforeseen(error);
      return { account, warnings, outcome: { kind: "failed", code, text: masked(text, redactor), isFetch: error instanceof FetchError } };
    }
  }
}

/** One app's odd disk must not end the run for the others. */
function unforeseen(error: unknown): WxDomainError {
  const detail = systemCode(error) ?? "?";
  return new WxDomainError("accounts/unforeseen", {
    en: `Something unforeseen happened (${detail}): pull this app alone to see more.`,
    "zh-CN": `发生了意外错误（${detail}）：请单独拉取该小程序以查看详情。`,
  });
}

function masked(text: Localized, redactor: Redactor): Localized {
  return { en: redactor.mask(text.en), "zh-CN": redactor.mask(text["zh-CN"]) };
}
