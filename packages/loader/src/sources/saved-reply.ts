import { parseLists, WxDomainError } from "@wx-domain/core";
import { basename, resolve } from "node:path";
import type { Context } from "../context.ts";
import { parseRemoteUrl } from "../endpoint.ts";
import { FetchError } from "../fetch-error.ts";
import { exchange } from "../http/exchange.ts";
import { bodyOf } from "../http/fault.ts";
import { withRetries } from "../http/retry.ts";
import { normaliseLists, type Reading } from "../lists/reading.ts";
import { systemCode } from "../system-code.ts";
import { refusal } from "../wechat/refusal.ts";
import { parseReply, type Reply } from "../wechat/reply.ts";

/** A reply of getDomainInfo that somebody else asked for: in a file, or at a URL that returns it. */
export interface SavedReply {
  /** Its name without folder, or its address without query. */
  readonly label: string;
  read(context: Context): Promise<Reading>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * @param from A path below `cwd`, or a URL.
 * @param unwrap Takes the reply out of what it was handed on in.
 */
export function savedReply(from: string, cwd: string, unwrap: (fields: Fields) => Reply): SavedReply {
  // `C:\\lists.json` is no URL, though its drive looks like a scheme.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(from)) {
    const url = parseRemoteUrl(from, "--from");
    return {
      label: url.origin + url.pathname,
      read: async (context) => {
        const body = await withRetries(
          async () => bodyOf(await exchange({ url, method: "GET" }, context), url.host, context.deadline),
          context,
        );
        return readReply(body, url.host, unwrap, FetchError, context);
      },
    };
  }
  return {
    label: basename(from),
    read: async (context) => {
      const text = await context.edges.readFile(resolve(cwd, from)).catch((error: unknown) => {
        const detail = systemCode(error) ?? "?";
        throw new WxDomainError("file/unreadable", {
          en: `"${from}" can't be read (${detail}): give the path of a file with lists in --from.`,
          "zh-CN": `无法读取“${from}”（${detail}）：请在 --from 中给出列表文件的路径。`,
        });
      });
      if (text === undefined) {
        throw new WxDomainError("file/not-found", {
          en: `There is no file "${from}". Check --from.`,
          "zh-CN": `文件“${from}”不存在。请检查 --from。`,
        });
      }
      return readReply(text, from, unwrap, WxDomainError, context);
    },
  };
}

/**
 * @param from Names the text in every message.
 * @param Fault A file is input, and its faults are the user's to mend; a URL's are those of a server.
 */
function readReply(
  text: string,
  from: string,
  unwrap: (fields: Fields) => Reply,
  Fault: typeof WxDomainError,
  context: Context,
): Reading {
  try {
    const fields = successOf(unwrap(successOf(parseReply(text), context)), context);
    const reading = normaliseLists(parseLists(fields), from);
    if (reading === undefined) throw NO_LISTS;
    const appid = fields["appid"];
    return typeof appid === "string" && appid !== "" ? { ...reading, appid } : reading;
  } catch (error) {
    if (!(error instanceof WxDomainError)) throw error;
    throw new Fault(error.code, {
      en: `${from}: ${error.text.en} Nothing was written.`,
      "zh-CN": `${from}：${error.text["zh-CN"]}未写入任何内容。`,
    });
  }
}

function successOf(reply: Reply, context: Context): Fields {
  switch (reply.kind) {
    case "success":
      return reply.fields;
    case "refused":
      throw refusal(reply.errcode, reply.errmsg, { kind: "api", name: "getDomainInfo" }, context.redactor);
    case "not-a-reply":
      throw new WxDomainError("file/not-lists", {
        en: `What it holds is ${reply.what.en}; expected was JSON such as { "requestdomain": ["https://api.example.com"] }.`,
        "zh-CN": `其内容是${reply.what["zh-CN"]}；应为 JSON，例如 { "requestdomain": ["https://api.example.com"] }。`,
      });
  }
}

const NO_LISTS = new WxDomainError("file/no-lists", {
  en: 'It holds no domain list at all; expected was { "requestdomain": ["https://api.example.com"] } or the like.',
  "zh-CN": '其中没有任何域名列表；应形如 { "requestdomain": ["https://api.example.com"] }。',
});
