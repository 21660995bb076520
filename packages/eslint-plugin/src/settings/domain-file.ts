import { compileLists, parseSnapshot, WxDomainError, type CompiledLists } from "@wx-domain/core";
import { host } from "#host";

/** The snapshot, if the settings name no other. */
export const DEFAULT_FILE = "wx-domains.json";

interface KnownFile {
  /** Time of change and size. */
  readonly version: string;
  readonly lists: CompiledLists;
}

/** An editor that holds many apps open still reads each snapshot once. */
const MAX_KNOWN = 64;

const known = new Map<string, KnownFile>();

/**
 * The lists in a snapshot. Read again only when the file has changed: an editor that runs for days sees a new snapshot at the
 * next lint, and a run over a thousand files reads it once.
 *
 * @param shownAs the path for messages.
 * @throws WxDomainError `settings/no-domains` if there is no such file, and the codes of core's `parseSnapshot`.
 */
export function domainFile(path: string, shownAs: string = path): CompiledLists {
  const version = host.versionOf(path);
  if (version === undefined) throw missing(shownAs);
  const before = known.get(path);
  if (before?.version === version) return before.lists;
  const lists = compileLists(parseSnapshot(host.read(path), shownAs).lists);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(path, { version, lists });
  return lists;
}

export function hasDomainFile(path: string): boolean {
  return host.versionOf(path) !== undefined;
}

function missing(path: string): WxDomainError {
  return new WxDomainError("settings/no-domains", {
    en: `The domain lists were not found: there is no file ${path}. Run "npx wx-domain pull" in the app's folder to fetch them, or set "domains" to the lists or to the path of a snapshot.`,
    "zh-CN": `找不到域名列表：文件 ${path} 不存在。请在应用目录运行 “npx wx-domain pull” 获取，或将 “domains” 设为域名列表或快照文件的路径。`,
  });
}
