import { parseLists, WxDomainError } from "@wx-domain/core";
import { basename, resolve } from "node:path";
import type { Context } from "../context.ts";
import { parseRemoteUrl } from "../endpoint.ts";
import { FetchError } from "../fetch-error.ts";
import { exchange } from "../http/exchange.ts";
import { bodyOf } from "../http/fault.ts";
import { withRetries } from "../http/retry.ts";
import { normaliseLists, readDomainInfo, type Reading } from "../lists/domain-info.ts";
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
  const fields = fieldsOf(parseReply(body), url.host, context);
  return withAppid(readDomainInfo(fields, url.host), fields);
}

async function readLocal(shown: string, path: string, context: Context): Promise<Reading> {
  const text = await context.edges.readFile(path);
  if (text === undefined) {
    throw new WxDomainError("file/not-found", {
      en: `There is no file "${shown}". Check --from.`,
      "zh-CN": `文件“${shown}”不存在。请检查 --from。`,
    });
  }
  try {
    const fields = fieldsOf(parseReply(text), shown, context);
    const reading = normaliseLists(parseLists(fields), shown);
    if (reading === undefined) throw noLists();
    return withAppid(reading, fields);
  } catch (error) {
    if (!(error instanceof WxDomainError)) throw error;
    // A file is input: its faults are the user's to mend, not a server's, and the sentence names the file.
    throw new WxDomainError(error.code, {
      en: `${shown}: ${error.text.en}`,
      "zh-CN": `${shown}：${error.text["zh-CN"]}`,
    });
  }
}

function fieldsOf(reply: Reply, from: string, context: Context): Readonly<Record<string, unknown>> {
  switch (reply.kind) {
    case "success":
      return reply.fields;
    case "refused":
      throw refusal(reply.errcode, reply.errmsg, { kind: "api", name: from }, context.redactor);
    case "not-a-reply":
      throw new FetchError("loader/not-a-reply", {
        en: `${from} holds ${reply.what.en}; expected was JSON such as { "requestdomain": ["https://api.example.com"] }. Mend it; nothing was written.`,
        "zh-CN": `${from} 的内容是${reply.what["zh-CN"]}；应为 JSON，例如 { "requestdomain": ["https://api.example.com"] }。请改正；未写入任何内容。`,
      });
  }
}

function noLists(): WxDomainError {
  return new WxDomainError("file/no-lists", {
    en: 'It holds no domain list at all; expected was { "requestdomain": ["https://api.example.com"] } or the like.',
    "zh-CN": '其中没有任何域名列表；应形如 { "requestdomain": ["https://api.example.com"] }。',
  });
}

function withAppid(reading: Reading, fields: Readonly<Record<string, unknown>>): Reading {
  const appid = fields["appid"];
  return typeof appid === "string" && appid !== "" ? { ...reading, appid } : reading;
}
