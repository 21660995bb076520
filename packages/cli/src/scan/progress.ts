import type { FileAccess } from "@wx-domain/analyzer";
import type { Locale } from "@wx-domain/core";

/** Shows a line in place of the one before, and at last takes it away. */
export interface StatusLine {
  show(text: string): void;
  clear(): void;
}

/** So often a person sees something move, in milliseconds; a scan that is faster shows nothing. */
const INTERVAL = 200;

/** Files that say how many of them were read: how many there will be nobody knows before. */
export function countingFiles(files: FileAccess, line: StatusLine, locale: Locale, now: () => number): FileAccess {
  let read = 0;
  let last = now();
  return {
    ...files,
    read(path) {
      read++;
      if (now() - last >= INTERVAL) {
        last = now();
        line.show({ en: `${String(read)} files read …`, "zh-CN": `已读取 ${String(read)} 个文件 …` }[locale]);
      }
      return files.read(path);
    },
  };
}
