import { WxDomainError, type Localized, type Snapshot } from "@wx-domain/core";
import type { Context } from "./context.ts";
import { FetchError } from "./fetch-error.ts";
import { changesBetween, type ListChange } from "./snapshot/changes.ts";
import { recordCheck } from "./snapshot/last-checked.ts";
import { readSnapshot, writeSnapshot, type SnapshotPath } from "./snapshot/snapshot-file.ts";
import type { Source } from "./source.ts";

/** The JSON Schema that core ships, at an address that an editor finds whatever the user's package manager lays out. */
const SCHEMA = "https://unpkg.com/@wx-domain/core/schema/wx-domains.schema.json";

export interface PullRequest {
  readonly source: Source;
  readonly snapshot: SnapshotPath;
  /** Fetch and compare, write nothing. */
  readonly dryRun: boolean;
  /** Called as things turn up; the source's own warnings come before anything is sent. */
  readonly warn: (text: Localized) => void;
}

export interface PullOutcome {
  readonly appid: string | undefined;
  /** Empty: the snapshot stands as it stood, to the byte. */
  readonly changes: readonly ListChange[];
  readonly written: boolean;
}

/**
 * Fetches the lists and brings the snapshot up to date: lists that the source can't know stay, another app's snapshot
 * is refused, and whatever fails leaves the file as it was.
 * @throws FetchError when the lists can't be had; WxDomainError on a faulty snapshot or setting.
 */
export async function pull(request: PullRequest, context: Context): Promise<PullOutcome> {
  const { source, snapshot: file } = request;
  const old = await readSnapshot(file, context);
  refuseOtherApp(file, old?.appid, source.appid);
  source.warnings.forEach(request.warn);
  const reading = await source.read(context);
  if (reading.appid !== undefined && source.appid !== undefined && reading.appid !== source.appid) {
    throw otherApp(source.label, reading.appid, source.appid);
  }
  refuseOtherApp(file, old?.appid, reading.appid);
  reading.warnings.forEach(request.warn);

  const changes = changesBetween(old?.lists ?? {}, reading.lists);
  const appid = old?.appid ?? source.appid ?? reading.appid;
  if (request.dryRun) return { appid, changes, written: false };
  if (changes.length > 0) {
    const next: Snapshot = {
      ...(old ?? { $schema: SCHEMA }),
      ...(appid === undefined ? {} : { appid }),
      source: source.label,
      updatedAt: new Date(context.edges.now()).toISOString(),
      lists: { ...old?.lists, ...reading.lists },
    };
    refuseSecrets(next, source.label, context);
    await writeSnapshot(file, next);
  }
  await recordCheck(file.path, context.edges.now()).catch(() => {
    request.warn({
      en: "When the lists were last checked could not be noted under node_modules/.cache; the snapshot itself is fine.",
      "zh-CN": "无法在 node_modules/.cache 中记录最近检查时间；快照本身没有问题。",
    });
  });
  return { appid, changes, written: changes.length > 0 };
}

function refuseOtherApp(file: SnapshotPath, held: string | undefined, asked: string | undefined): void {
  if (held !== undefined && asked !== undefined && held !== asked) throw otherApp(file.shown, held, asked);
}

function otherApp(where: string, held: string, asked: string): WxDomainError {
  return new WxDomainError("pull/other-app", {
    en: `"${where}" belongs to the app ${held}, but the lists of ${asked} were asked for: nothing was written. Use another --out, or correct the AppID.`,
    "zh-CN": `“${where}”属于小程序 ${held}，而请求的是 ${asked} 的列表：未写入任何内容。请换一个 --out，或改正 AppID。`,
  });
}

/** A snapshot is committed: no server that repeats a credential, and no address that holds one, gets it there. */
function refuseSecrets(snapshot: Snapshot, label: string, context: Context): void {
  const entries = [label, ...Object.values(snapshot.lists).flat()];
  if (entries.every((entry) => context.redactor.mask(entry) === entry)) return;
  throw new FetchError("loader/secret-in-lists", {
    en: `What came from ${label} would bring a credential into the snapshot: nothing was written. Check what answers there.`,
    "zh-CN": `${label} 的内容会使凭证进入快照：未写入任何内容。请检查应答方。`,
  });
}
