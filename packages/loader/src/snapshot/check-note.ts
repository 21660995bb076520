import type { Localized } from "@wx-domain/core";
import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isRecord } from "../record.ts";
import { writeAtomically } from "./atomic-write.ts";

/**
 * What is known about a snapshot's last comparison with the live lists. It stands in a cache beside the snapshot and not in
 * it: a pull that changes no list must change no byte of what is committed.
 */
export interface CheckNote {
  /** When the snapshot was last found or made right. Milliseconds since 1970. */
  readonly checkedAt?: number;
  /** When the last attempt failed, if it did since, and why. */
  readonly failedAt?: number;
  readonly failure?: Localized;
  /** Which text of the snapshot this is about: another branch of the repository may hold another one. */
  readonly digest: string;
}

/** Where the cache keeps something about a snapshot. */
export function cacheFile(snapshot: string, suffix: "checked" | "lock"): string {
  return join(dirname(snapshot), "node_modules", ".cache", "wx-domain", `${basename(snapshot)}.${suffix}`);
}

/** @param text The snapshot's; undefined: there is none. */
export function digestOf(text: string | undefined): string {
  return createHash("sha256").update(text ?? "").digest("base64url");
}

/** The note on this text of the snapshot; undefined if there is none, or none that can be read. */
export async function readNote(snapshot: string, digest: string): Promise<CheckNote | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(cacheFile(snapshot, "checked"), "utf8"));
    if (!isRecord(value) || value["digest"] !== digest) return undefined;
    const checkedAt = timeIn(value["checkedAt"]);
    const failedAt = timeIn(value["failedAt"]);
    const failure = textIn(value["failure"]);
    return {
      digest,
      ...(checkedAt === undefined ? {} : { checkedAt }),
      ...(failedAt === undefined || failure === undefined ? {} : { failedAt, failure }),
    };
  } catch {
    return undefined;
  }
}

/** @throws what the file system throws. */
export async function writeNote(snapshot: string, { digest, checkedAt, failedAt, failure }: CheckNote): Promise<void> {
  const file = cacheFile(snapshot, "checked");
  await mkdir(dirname(file), { recursive: true });
  const note = { digest, checkedAt: isoTime(checkedAt), failedAt: isoTime(failedAt), failure };
  await writeAtomically(file, `${JSON.stringify(note, undefined, 2)}\n`);
}

function isoTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

function timeIn(value: unknown): number | undefined {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function textIn(value: unknown): Localized | undefined {
  if (!isRecord(value)) return undefined;
  const { en, "zh-CN": zh } = value;
  return typeof en === "string" && typeof zh === "string" ? { en, "zh-CN": zh } : undefined;
}
