import { formatSnapshot, parseSnapshot, WxDomainError, type Snapshot } from "@wx-domain/core";
import type { Context } from "../context.ts";
import { systemCode } from "../system-code.ts";
import { writeAtomically } from "./atomic-write.ts";

/** A file's path, and how the user wrote it: what a message shows. */
export interface ShownPath {
  readonly path: string;
  readonly shown: string;
}

/** A snapshot as it stands on the disk. */
export interface StoredSnapshot {
  readonly text: string;
  readonly snapshot: Snapshot;
}

/**
 * The snapshot as it stands; undefined if there is none yet.
 * @throws WxDomainError with the file and the place if it can't be read: it may be a merge conflict, and is not
 * overwritten.
 */
export async function readSnapshot(file: ShownPath, context: Context): Promise<StoredSnapshot | undefined> {
  const text = await readUserFile(file, context);
  return text === undefined ? undefined : { text, snapshot: parseSnapshot(text, file.shown) };
}

/** @throws WxDomainError `snapshot/unreadable` */
export async function readUserFile(file: ShownPath, context: Context): Promise<string | undefined> {
  try {
    return await context.edges.readFile(file.path);
  } catch (error) {
    throw fileFault("snapshot/unreadable", file, error, "can't be read", "无法读取");
  }
}

/**
 * Writes a snapshot and resolves to its text.
 * @throws WxDomainError if the file can't be written; what stood there stands there still.
 */
export async function writeSnapshot(file: ShownPath, snapshot: Snapshot): Promise<string> {
  const text = formatSnapshot(snapshot);
  await writeUserFile(file, text);
  return text;
}

/** @throws WxDomainError `snapshot/not-written` if the file can't be written; what stood there stands there still. */
export async function writeUserFile(file: ShownPath, text: string): Promise<void> {
  try {
    await writeAtomically(file.path, text);
  } catch (error) {
    throw fileFault("snapshot/not-written", file, error, "can't be written", "无法写入");
  }
}

function fileFault(code: string, { shown }: ShownPath, error: unknown, en: string, zh: string): WxDomainError {
  const detail = systemCode(error) ?? "?";
  return new WxDomainError(code, {
    en: `"${shown}" ${en} (${detail}). Check that its folder exists, that the disk has room, and that you may use it, or give another path.`,
    "zh-CN": `“${shown}”${zh}（${detail}）。请检查所在文件夹是否存在、磁盘是否已满及权限，或换一个路径。`,
  });
}
