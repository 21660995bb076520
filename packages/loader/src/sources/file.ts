import { parseLists, WxDomainError } from "@wx-domain/core";
import { basename, resolve } from "node:path";
import type { Context } from "../context.ts";
import { parseRemoteUrl } from "../endpoint.ts";
import { FetchError } from "../fetch-error.ts";
import { exchange } from "../http/exchange.ts";
import { bodyOf } from "../http/fault.ts";
import { withRetries } from "../http/retry.ts";
import { normaliseLists, type Reading } from "../lists/domain-info.ts";
import type { Source } from "../source.ts";
import { refusal } from "../wechat/refusal.ts";
import { parseReply, type Reply } from "../wechat/reply.ts";

/** Lists that somebody else fetched, in the wire form: a file, or a URL that returns them. */
export function fileSource(from: string, appid: string | undefined, cwd: string): Source {
  // `C:\lists.json` is no URL, though its drive looks like a scheme.
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(from)) {
    const url = parseRemoteUrl(from, "--from");
    return {
      label: url.origin + url.pathname,
      appid,
      warnings: [],
      read: (context) => readUrl(url, context),
    };
  }
  return {
    label: basename(from),
    appid,
    warnings: [],
    read: (context) => readLocal(from, resolve(cwd, from), context),
  };
}

async function readUrl(url: URL, context: Context): Promise<Reading> {
  const body = await withRetries(
    async () => bodyOf(await exchange({ url, method: "GET" }, context), url.host, context.deadline),
    context,
  );
  return readWireForm(body, url.host, FetchError, context);
}

async function readLocal(shown: string, path: string, context: Context): Promise<Reading> {
  const text = await context.edges.readFile(path);
  if (text === undefined) {
    throw new WxDomainError("file/not-found", {
      en: `There is no file "${shown}". Check --from.`,
      "zh-CN": `文件“${shown}”不存在。请检查 --from。`,
    });
  }
  return readWireForm(text, shown, WxDomainError, context);
}

/**
 * @param from Names the text in every message.
 * @param Fault A file is input, and its faults are the user's to mend; a URL's are those of a server.
 */
function readWireForm(text: string, from: string, Fault: typeof WxDomainError, context: Context): Reading {
  try {
    const fields = fieldsOf(parseReply(text), context);
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

function fieldsOf(reply: Reply, context: Context): Readonly<Record<string, unknown>> {
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
