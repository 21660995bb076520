import { LIST_NAMES, localeFromTag, WxDomainError, type DomainLists, type Localized } from "@wx-domain/core";
import { stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Context, Edges } from "../context.ts";
import { deadlineIn } from "../deadline.ts";
import { FetchError } from "../fetch-error.ts";
import { withLock } from "../lock.ts";
import { nodeEdges } from "../node-edges.ts";
import { compare, refuseOtherApp, store, type PullRequest } from "../pull.ts";
import { Redactor } from "../redactor.ts";
import { cacheFile, digestOf, readNote, writeNote, type CheckNote } from "../snapshot/check-note.ts";
import { readSnapshot, type StoredSnapshot } from "../snapshot/snapshot-file.ts";
import { chooseSource } from "../sources/choose.ts";
import { MissingCredential } from "../sources/settings.ts";
import { secretsOf, variable, type Environment } from "../variables.ts";
import { ageText } from "./age.ts";
import { readTerms, type LiveSettings, type LiveTerms } from "./live-settings.ts";
import { isFirstTime } from "./say-once.ts";

/** After a failure nobody tries again for so long, so that a dead network delays one run and not each. Milliseconds. */
const PAUSE_AFTER_FAILURE = 30_000;

/** The world around a call; a test hands in its own. */
export interface LiveWorld {
  readonly environment: Environment;
  readonly cwd: string;
  readonly edges: Edges;
  /** Takes a line for the person at the keyboard. */
  readonly say: (line: string) => void;
}

function thisProcess(): LiveWorld {
  return {
    environment: process.env,
    cwd: process.cwd(),
    edges: nodeEdges(process.env),
    say: (line) => {
      if (isFirstTime(line)) process.stderr.write(`${line}\n`);
    },
  };
}

/** One call's answer, or why there is none that is fresh. */
type Answer =
  | { readonly kind: "lists"; readonly lists: DomainLists }
  | { readonly kind: "failed"; readonly why: Localized; readonly stored: StoredSnapshot | undefined; readonly note: CheckNote | undefined };

/**
 * The domain lists for `eslint.config.js`. A snapshot that was checked within `maxAge` answers at once and without network;
 * an older one is refreshed within `timeout`, by one process at a time. If that fails the last snapshot serves, and
 * stderr says so once, unless `require` demands fresh lists.
 *
 * @throws FetchError if there is no snapshot to fall back to, or fresh lists are demanded; WxDomainError on a faulty
 *   setting, a snapshot that can't be read, or one of another app.
 */
export async function liveDomains(settings: LiveSettings, world: LiveWorld = thisProcess()): Promise<DomainLists> {
  const { environment, cwd, edges } = world;
  const terms = readTerms(settings, environment, cwd);
  const context: Context = { edges, deadline: deadlineIn(terms.timeout, edges.now), redactor: new Redactor(secretsOf(environment)) };
  const begun = edges.now();
  const fresh = await freshLists(settings, terms, world, context);
  if (fresh !== undefined) return inOrder(fresh);
  await refuseMissingFolder(terms);

  const turn = await withLock(cacheFile(terms.file.path, "lock"), context, () => refresh(settings, terms, begun, world, context));
  const answer: Answer = turn?.done ?? { kind: "failed", why: BUSY, ...(await onDisk(terms, context)) };
  if (answer.kind === "lists") return inOrder(answer.lists);
  const { stored } = answer;
  if (stored === undefined || terms.demandsFresh) throw noFreshLists(answer, terms);
  world.say(context.redactor.mask(`wx-domain: ${lastSnapshotServes(answer, terms, edges.now())[localeOf(environment)]}`));
  return inOrder(stored.snapshot.lists);
}

/** The same lists give the same object, fetched or read: what is made of them can be cached. */
function inOrder(lists: DomainLists): DomainLists {
  return Object.fromEntries(LIST_NAMES.flatMap((name) => (lists[name] === undefined ? [] : [[name, [...lists[name]].sort()]])));
}

/** A mistyped path must not become a folder. */
async function refuseMissingFolder({ file }: LiveTerms): Promise<void> {
  const folder = await stat(dirname(file.path)).catch(() => undefined);
  if (folder?.isDirectory() === true) return;
  throw new WxDomainError("live/no-folder", {
    en: `liveDomains: there is no folder for "${file.shown}". Give the snapshot's path as an absolute one, from import.meta.dirname.`,
    "zh-CN": `liveDomains：“${file.shown}”所在的文件夹不存在。请用 import.meta.dirname 给出快照的绝对路径。`,
  });
}

const BUSY: Localized = {
  en: "Another process is fetching them and did not finish in time.",
  "zh-CN": "另一进程正在获取，未在时限内完成。",
};

interface OnDisk {
  readonly stored: StoredSnapshot | undefined;
  readonly note: CheckNote | undefined;
}

async function onDisk({ file }: LiveTerms, context: Context): Promise<OnDisk> {
  const stored = await readSnapshot(file, context);
  return { stored, note: await readNote(file.path, digestOf(stored?.text)) };
}

/** The snapshot's lists, if it was checked a short while ago. */
async function freshLists({ appid }: LiveSettings, terms: LiveTerms, world: LiveWorld, context: Context): Promise<DomainLists | undefined> {
  const { stored, note } = await onDisk(terms, context);
  refuseOtherApp(terms.file, stored?.snapshot.appid, appid ?? variable(world.environment, "WX_APPID"));
  const age = world.edges.now() - (note?.checkedAt ?? Number.NEGATIVE_INFINITY);
  // A time to come is no proof of anything: a clock was wrong.
  return age >= 0 && age <= terms.maxAge ? stored?.snapshot.lists : undefined;
}

/** Done by one process at a time; those that waited find what it found. */
async function refresh(settings: LiveSettings, terms: LiveTerms, begun: number, world: LiveWorld, context: Context): Promise<Answer> {
  const { edges, environment, cwd } = world;
  const fresh = await freshLists(settings, terms, world, context);
  if (fresh !== undefined) return { kind: "lists", lists: fresh };
  const { stored, note } = await onDisk(terms, context);
  if (note?.failedAt !== undefined && note.failure !== undefined) {
    const isOurs = note.failedAt >= begun;
    const isRecent = Math.abs(edges.now() - note.failedAt) < PAUSE_AFTER_FAILURE && stored !== undefined && !terms.demandsFresh;
    if (isOurs || isRecent) return { kind: "failed", why: note.failure, stored, note };
  }
  const warn = (text: Localized): void => {
    world.say(context.redactor.mask(`wx-domain: ${text[localeOf(environment)]}`));
  };
  try {
    const source = chooseSource({ ...settings, environment, cwd });
    const request: PullRequest = { source, snapshot: terms.file, warn };
    const comparison = await compare(request, context);
    await store(comparison, request, context).catch((error: unknown) => {
      if (!(error instanceof WxDomainError)) throw error;
      // The lists are good, whatever the disk is.
      warn(error.text);
    });
    return { kind: "lists", lists: comparison.lists };
  } catch (error) {
    if (error instanceof MissingCredential) return { kind: "failed", why: error.text, stored, note };
    if (!(error instanceof FetchError)) throw error;
    const failed = { ...note, digest: digestOf(stored?.text), failedAt: edges.now(), failure: masked(error.text, context) };
    await writeNote(terms.file.path, failed).catch(() => undefined);
    return { kind: "failed", why: error.text, stored, note };
  }
}

function masked(text: Localized, { redactor }: Context): Localized {
  return { en: redactor.mask(text.en), "zh-CN": redactor.mask(text["zh-CN"]) };
}

function lastSnapshotServes({ why, stored, note }: Answer & { kind: "failed" }, { file }: LiveTerms, now: number): Localized {
  const changedAt = Date.parse(stored?.snapshot.updatedAt ?? "");
  const age =
    note?.checkedAt !== undefined
      ? { en: `last checked ${ageText(now - note.checkedAt).en}`, "zh-CN": `最近检查于${ageText(now - note.checkedAt)["zh-CN"]}` }
      : Number.isNaN(changedAt)
        ? { en: "of unknown age", "zh-CN": "时间未知" }
        : { en: `last changed ${ageText(now - changedAt).en}`, "zh-CN": `最近变更于${ageText(now - changedAt)["zh-CN"]}` };
  return {
    en: `"${file.shown}", ${age.en}, is used as it is: the lists could not be refreshed. ${why.en}`,
    "zh-CN": `使用现有的“${file.shown}”（${age["zh-CN"]}）：无法刷新域名列表。${why["zh-CN"]}`,
  };
}

function noFreshLists({ why, stored }: Answer & { kind: "failed" }, { file }: LiveTerms): FetchError {
  if (stored === undefined) {
    return new FetchError("live/no-snapshot", {
      en: `There is no "${file.shown}", and the lists could not be fetched. ${why.en} Run "wx-domain pull" where WeChat's API can be reached, and commit the file.`,
      "zh-CN": `没有“${file.shown}”，且无法获取域名列表。${why["zh-CN"]}请在能访问微信接口的环境运行 “wx-domain pull”，并提交该文件。`,
    });
  }
  return new FetchError("live/not-fresh", {
    en: `Fresh lists are demanded (require), and they could not be fetched. ${why.en}`,
    "zh-CN": `要求使用最新的列表（require），但无法获取。${why["zh-CN"]}`,
  });
}

function localeOf(environment: Environment): ReturnType<typeof localeFromTag> {
  return localeFromTag([environment["LC_ALL"], environment["LC_MESSAGES"], environment["LANG"]].find(Boolean) ?? Intl.DateTimeFormat().resolvedOptions().locale);
}
