import { duplicateKey } from "./duplicate-key.ts";
import { isRecord } from "../record.ts";

/** A body of the server API, taken apart but not yet judged. */
export type Reply =
  | { readonly kind: "success"; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: "refused"; readonly errcode: number; readonly errmsg: string }
  /** Not what the API sends: `what` says in two languages what came instead. */
  | { readonly kind: "not-a-reply"; readonly what: { readonly en: string; readonly "zh-CN": string } };

/**
 * Reads a body, whatever Content-Type says: `errcode` may be absent (success), a number or a numeric string. A refusal
 * keeps none of the fields beside it: lists next to an error are not the lists in force (85301).
 */
export function parseReply(text: string): Reply {
  const body = text.replace(/^\uFEFF/, "").trim();
  if (body === "") return notAReply("an empty body", "空的响应体");
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return body.startsWith("<")
      ? notAReply("an HTML page (a proxy's or a login page?)", "一个 HTML 页面（可能来自代理或登录页）")
      : notAReply("text that is not JSON, or is cut off", "不是 JSON 或不完整的文本");
  }
  if (!isRecord(value)) return notAReply("JSON that is not an object", "不是对象的 JSON");
  const twice = duplicateKey(body);
  if (twice !== undefined) return notAReply(`JSON that has "${twice}" twice`, `“${twice}”重复出现的 JSON`);
  return replyOf(value);
}

/** Judges a reply that is parsed already. */
export function replyOf(value: Readonly<Record<string, unknown>>): Reply {
  // The cloud functions' SDK puts a spelling of its own in the place of the wire's.
  const codes = [readErrcode(value["errcode"]), readErrcode(value["errCode"])];
  if (codes.includes(undefined)) return notAReply("an errcode that is not a number", "不是数字的 errcode");
  const errcode = codes.find((code) => code !== 0) ?? 0;
  if (errcode === 0) return { kind: "success", fields: value };
  const errmsg = value["errmsg"] ?? value["errMsg"];
  return { kind: "refused", errcode, errmsg: typeof errmsg === "string" ? errmsg : "" };
}

function readErrcode(value: unknown): number | undefined {
  if (value === undefined) return 0;
  if (typeof value === "number" && Number.isInteger(value)) return value;
  if (typeof value === "string" && /^-?\d+$/.test(value)) return Number(value);
  return undefined;
}

function notAReply(en: string, zh: string): Reply {
  return { kind: "not-a-reply", what: { en, "zh-CN": zh } };
}
