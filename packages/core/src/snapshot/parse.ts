import { WxDomainError } from "../error.ts";
import { parseLists } from "../parse-lists.ts";
import { jsonFaultOffset, positionAt } from "./json-position.ts";
import { SNAPSHOT_KEYS, type Snapshot } from "./snapshot.ts";

const ISO_UTC = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/;

function readJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = positionAt(text, jsonFaultOffset(text));
    const place = `${fileName}:${String(line)}:${String(column)}`;
    throw new WxDomainError("snapshot/bad-json", {
      en: `${place}: this is not valid JSON. Mend that place (a missing or trailing comma, a comment, a quote?), or delete the file and run "wx-domain pull" to write it anew.`,
      "zh-CN": `${place}：不是有效的 JSON。请改正该处（多余或缺少的逗号、注释、引号？），或删除该文件后运行 “wx-domain pull” 重新生成。`,
    });
  }
}

/** The text of one of the keys beside the lists. */
function readText(fields: ReadonlyMap<string, unknown>, key: (typeof SNAPSHOT_KEYS)[number], fileName: string): string | undefined {
  const value = fields.get(key);
  if (value === undefined) return undefined;
  const isTime = key !== "updatedAt" || (typeof value === "string" && ISO_UTC.test(value) && !Number.isNaN(Date.parse(value)));
  if (typeof value === "string" && isTime) return value;
  const en = key === "updatedAt" ? "a UTC time such as 2026-07-01T08:00:00Z" : "a string";
  const zh = key === "updatedAt" ? "UTC 时间（例如 2026-07-01T08:00:00Z）" : "字符串";
  throw new WxDomainError("snapshot/bad-field", {
    en: `${fileName}: "${key}" must be ${en}. Mend or remove it, or delete the file and run "wx-domain pull" to write it anew.`,
    "zh-CN": `${fileName}：“${key}” 必须是${zh}。请改正或删除，或删除该文件后运行 “wx-domain pull” 重新生成。`,
  });
}

function readLists(value: unknown, fileName: string): Snapshot["lists"] {
  try {
    return parseLists(value);
  } catch (error) {
    if (!(error instanceof WxDomainError)) throw error;
    const text = { en: `${fileName}: ${error.text.en}`, "zh-CN": `${fileName}：${error.text["zh-CN"]}` };
    throw new WxDomainError(error.code, text, { cause: error });
  }
}

/**
 * Reads a snapshot's text; a byte order mark is skipped, keys that mean nothing here are ignored.
 *
 * @param fileName as messages shall show it.
 * @throws WxDomainError `snapshot/bad-json` with line and column, `snapshot/bad-field`, and the codes of `parseLists`; each
 *   message begins with the file's name.
 */
export function parseSnapshot(text: string, fileName: string): Snapshot {
  const value = readJson(text.replace(/^\uFEFF/, ""), fileName);
  const lists = readLists(value, fileName);
  const fields = new Map<string, unknown>(typeof value === "object" && value !== null ? Object.entries(value) : []);
  const texts = SNAPSHOT_KEYS.flatMap((key) => {
    const field = readText(fields, key, fileName);
    return field === undefined ? [] : [[key, field] as const];
  });
  return { ...Object.fromEntries(texts), lists };
}
