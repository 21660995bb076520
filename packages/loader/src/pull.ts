import { LISTS, LIST_NAMES, WxDomainError, type DomainLists, type ListName, type Localized, type Snapshot } from "@wx-domain/core";
import type { Context } from "./context.ts";
import { FetchError } from "./fetch-error.ts";
import { changesBetween, type ListChange } from "./snapshot/changes.ts";
import { digestOf, writeNote } from "./snapshot/check-note.ts";
import { readSnapshot, writeSnapshot, type ShownPath } from "./snapshot/snapshot-file.ts";
import type { Source } from "./source.ts";

/** The JSON Schema that core ships, at an address that an editor finds whatever the user's package manager lays out. */
const SCHEMA = "https://unpkg.com/@wx-domain/core/schema/wx-domains.schema.json";

export interface PullRequest {
  readonly source: Source;
  readonly snapshot: ShownPath;
  /** Called as things turn up; the source's own warnings come before anything is sent. */
  readonly warn: (text: Localized) => void;
}

/** What the live lists make of the snapshot; nothing is written yet. */
export interface Comparison {
  readonly appid: string | undefined;
  readonly lists: DomainLists;
  /** Empty: the snapshot stands as it stands, to the byte. */
  readonly changes: readonly ListChange[];
  /** The lists that stay unknown, because neither source nor snapshot knows them. */
  readonly unknown: readonly ListName[];
  /** What is to be written, or the text that stays. */
  readonly next: { readonly kind: "changed"; readonly snapshot: Snapshot } | { readonly kind: "same"; readonly text: string | undefined };
}

/**
 * Fetches the lists and compares them with the snapshot: lists that the source can't know stay, and another app's snapshot
 * is refused.
 * @throws FetchError when the lists can't be had; WxDomainError on a faulty snapshot or setting.
 */
export async function compare(request: PullRequest, context: Context): Promise<Comparison> {
  const { source, snapshot: file } = request;
  const stored = await readSnapshot(file, context);
  const old = stored?.snapshot;
  refuseOtherApp(file, old?.appid, source.appid);
  source.warnings.forEach(request.warn);
  const reading = await source.read(context);
  if (reading.appid !== undefined && source.appid !== undefined && reading.appid !== source.appid) {
    throw otherApp(source.label, reading.appid, source.appid);
  }
  refuseOtherApp(file, old?.appid, reading.appid);
  reading.warnings.forEach(request.warn);
  source.knows
    .filter((list) => old?.lists[list] !== undefined && reading.lists[list] === undefined)
    .forEach((list) => request.warn(notTold(list, file)));

  const lists = { ...old?.lists, ...reading.lists };
  const changes = changesBetween(old?.lists ?? {}, lists);
  const appid = old?.appid ?? source.appid ?? reading.appid;
  const unknown = LIST_NAMES.filter((list) => lists[list] === undefined);
  if (changes.length === 0) return { appid, lists, changes, unknown, next: { kind: "same", text: stored?.text } };
  const next: Snapshot = {
    ...(old ?? { $schema: SCHEMA }),
    ...(appid === undefined ? {} : { appid }),
    source: source.label,
    updatedAt: new Date(context.edges.now()).toISOString(),
    lists,
  };
  refuseSecrets([source.label, ...Object.values(lists).flat()], source.label, context);
  return { appid, lists, changes, unknown, next: { kind: "changed", snapshot: next } };
}

/**
 * Writes what a comparison found, atomically, and notes that the snapshot was checked.
 * @throws WxDomainError if the file can't be written; it is then as it was.
 */
export async function store({ next }: Comparison, { snapshot: file, warn }: Omit<PullRequest, "source">, context: Context): Promise<void> {
  const text = next.kind === "changed" ? await writeSnapshot(file, next.snapshot) : next.text;
  await writeNote(file.path, { digest: digestOf(text), checkedAt: context.edges.now() }).catch(() => {
    warn({
      en: "When the lists were last checked could not be noted under node_modules/.cache; the snapshot itself is fine.",
      "zh-CN": "无法在 node_modules/.cache 中记录最近检查时间；快照本身没有问题。",
    });
  });
}

/** Fetches the lists and brings the snapshot up to date; whatever fails leaves the file as it was. */
export async function pull(request: PullRequest, context: Context): Promise<Comparison> {
  const comparison = await compare(request, context);
  await store(comparison, request, context);
  return comparison;
}

/** @throws WxDomainError `pull/other-app` */
export function refuseOtherApp(file: ShownPath, held: string | undefined, asked: string | undefined): void {
  if (held !== undefined && asked !== undefined && held !== asked) throw otherApp(file.shown, held, asked);
}

function otherApp(where: string, held: string, asked: string): WxDomainError {
  return new WxDomainError("pull/other-app", {
    en: `"${where}" belongs to the app ${held}, but the lists of ${asked} were asked for: nothing was written. Use another --out, or correct the AppID.`,
    "zh-CN": `“${where}”属于小程序 ${held}，而请求的是 ${asked} 的列表：未写入任何内容。请换一个 --out，或改正 AppID。`,
  });
}

/** A missing key is unknown, not empty; but the snapshot knows more than the reply, and may be out of date there. */
function notTold(list: ListName, { shown }: ShownPath): Localized {
  return {
    en: `The reply does not hold the ${LISTS[list].name.en}; ${shown} keeps what it had. Compare with the console.`,
    "zh-CN": `响应中没有“${LISTS[list].name["zh-CN"]}”；${shown} 保留原有内容。请与后台核对。`,
  };
}

/**
 * A snapshot is committed: no server that repeats a credential, and no address that holds one, gets it there.
 * @throws FetchError `loader/secret-in-lists`
 */
export function refuseSecrets(texts: readonly string[], label: string, context: Context): void {
  if (texts.every((text) => context.redactor.mask(text) === text)) return;
  throw new FetchError("loader/secret-in-lists", {
    en: `What came from ${label} would bring a credential into the snapshot: nothing was written. Check what answers there.`,
    "zh-CN": `${label} 的内容会使凭证进入快照：未写入任何内容。请检查应答方。`,
  });
}
