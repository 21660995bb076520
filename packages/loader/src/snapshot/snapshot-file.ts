import { formatSnapshot, parseSnapshot, WxDomainError, type Snapshot } from "@wx-domain/core";
import type { Context } from "../context.ts";
import { systemCode } from "../system-code.ts";
import { writeAtomically } from "./atomic-write.ts";

/** A snapshot's path, and how the user wrote it: what a message shows. */
export interface SnapshotPath {
  readonly path: string;
  readonly shown: string;
}

/**
 * The snapshot as it stands; undefined if there is none yet.
 * @throws WxDomainError with the file and the place if it can't be read: it may be a merge conflict, and is not
 * overwritten.
 */
export async function readSnapshot(file: SnapshotPath, context: Context): Promise<Snapshot | undefined> {
  let text: string | undefined;
  try {
    text = await context.edges.readFile(file.path);
  } catch (error) {
    throw fileFault("snapshot/unreadable", file, error, "can't be read", "无法读取");
  }
  return text === undefined ? undefined : parseSnapshot(text, file.shown);
}

/** @throws WxDomainError if the file can't be written; what stood there stands there still. */
export async function writeSnapshot(file: SnapshotPath, snapshot: Snapshot): Promise<void> {
  try {
    await writeAtomically(file.path, formatSnapshot(snapshot));
  } catch (error) {
    throw fileFault("snapshot/not-written", file, error, "can't be written", "无法写入");
  }
}

function fileFault(code: string, { shown }: SnapshotPath, error: unknown, en: string, zh: string): WxDomainError {
  const detail = systemCode(error) ?? "?";
  return new WxDomainError(code, {
    en: `"${shown}" ${en} (${detail}). Check that its folder exists and that you may use it, or give another path.`,
    "zh-CN": `“${shown}”${zh}（${detail}）。请检查所在文件夹是否存在及权限，或换一个路径。`,
  });
}
