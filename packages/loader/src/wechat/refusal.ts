import type { Localized } from "@wx-domain/core";
import { FetchError } from "../fetch-error.ts";
import type { RetryPolicy } from "../http/retry.ts";
import type { Redactor } from "../redactor.ts";
import { errorCode, type CallKind } from "./error-codes.ts";

/** An errcode other than 0. `code` is `loader/<errcode>`. */
export class Refusal extends FetchError {
  readonly errcode: number;
  readonly retry: RetryPolicy;

  constructor(errcode: number, retry: RetryPolicy, text: Localized) {
    super(`loader/${String(errcode)}`, text);
    this.name = "Refusal";
    this.errcode = errcode;
    this.retry = retry;
  }
}

/** A call as a message names it, and what it needs to be let in. */
export interface CallName {
  readonly kind: CallKind;
  /** The last part of its path. */
  readonly name: string;
}

/** Turns an errcode into one sentence: what was refused, why, the request's id, and what to do. */
export function refusal(errcode: number, errmsg: string, call: CallName, redactor: Redactor): Refusal {
  const message = redactor.redact(errmsg);
  const known = errorCode(errcode, call.kind);
  const rid = requestId(message);
  const tag = {
    en: rid === undefined ? `errcode ${String(errcode)}` : `errcode ${String(errcode)}, rid ${rid}`,
    "zh-CN": rid === undefined ? `errcode ${String(errcode)}` : `errcode ${String(errcode)}，rid ${rid}`,
  };
  if (known === undefined) {
    // Shown as it came: someone can look it up, and nothing is guessed.
    const said = message === "" ? "" : ` "${message.slice(0, 300)}"`;
    return new Refusal(errcode, "never", {
      en: `WeChat refused ${call.name} with a code that wx-domain does not know: errcode ${String(errcode)}${said}. Look it up in the API's error codes on developers.weixin.qq.com.`,
      "zh-CN": `微信拒绝了 ${call.name}，错误码未收录：errcode ${String(errcode)}${said}。请在 developers.weixin.qq.com 的错误码页面查询。`,
    });
  }
  const address = callerAddress(message);
  const reason = message.replace(/\s*\b(?:rid:|hint:).*$/s, "").slice(0, 300);
  const fill = (text: Localized, unknownAddress: Localized): Localized => ({
    en: text.en.replaceAll("{ip}", address ?? unknownAddress.en).replaceAll("{reason}", () => reason),
    "zh-CN": text["zh-CN"].replaceAll("{ip}", address ?? unknownAddress["zh-CN"]).replaceAll("{reason}", () => reason),
  });
  const nameless = { en: "of this machine", "zh-CN": "（本机出口地址）" };
  const meaning = fill(known.meaning, nameless);
  const remedy = fill(known.remedy, { en: "this machine's public address", "zh-CN": "本机出口地址" });
  return new Refusal(errcode, known.retry, {
    en: `WeChat refused ${call.name}: ${meaning.en} (${tag.en}). ${remedy.en}`,
    "zh-CN": `微信拒绝了 ${call.name}：${meaning["zh-CN"]}（${tag["zh-CN"]}）。${remedy["zh-CN"]}`,
  });
}

/** errmsg ends with ` rid: …`, in older replies with ` hint: […]`. */
function requestId(errmsg: string): string | undefined {
  return /\brid:\s*([\w-]+)/.exec(errmsg)?.[1] ?? /\bhint:\s*\[([^\]]+)\]/.exec(errmsg)?.[1];
}

/** 40164 says `invalid ip 1.2.3.4 ipv6 …`, 61004 says `requestIP: 1.2.3.4`. */
function callerAddress(errmsg: string): string | undefined {
  return /\b(?:invalid ip|requestIP:)\s*([\da-f]*[.:][\da-f.:]*[\da-f])/i.exec(errmsg)?.[1];
}
