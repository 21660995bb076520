import type { Call } from "../calls.ts";
import { LISTS } from "../list-table.ts";
import type { Locale, Localized } from "../locale.ts";
import { parseRawUrl } from "../raw-url.ts";
import type { Status, Verdict } from "../verdict.ts";
import { explainVerdict } from "./explain.ts";

/** A verdict in words, part by part: a terminal and a page each draw them their way. */
export interface VerdictDescription {
  readonly status: string;
  /** What, why and what to do, in full sentences. */
  readonly explanation: string;
  /** The URL beside the entry that decided or that was probably meant; undefined: there is none. */
  readonly comparison: Comparison | undefined;
  /** The list by its name in the console; undefined: the call has none. */
  readonly list: string | undefined;
  /** What each client does; none where no client was observed. */
  readonly clients: readonly { readonly client: keyof Verdict["clients"]; readonly name: string; readonly passes: boolean; readonly does: string }[];
}

/** Scheme, host and port of each, as they are written; an entry may leave the scheme out. */
export interface Comparison {
  readonly url: UrlParts;
  readonly entry: UrlParts;
  /** What the entry is. */
  readonly label: string;
  /** By part: whether this is why the URL is refused. */
  readonly refuses: readonly [scheme: boolean, host: boolean, port: boolean];
}

type UrlParts = readonly [scheme: string, host: string, port: string];

const STATUS: Readonly<Record<Status, Localized>> = {
  allowed: { en: "Allowed", "zh-CN": "允许" },
  denied: { en: "Denied", "zh-CN": "拒绝" },
  uncertain: { en: "Uncertain", "zh-CN": "不确定" },
};

/** Nobody doubts what either does: it is the answer for all that there is not. */
const CLIENTS_DIFFER: Localized = { en: "Clients differ", "zh-CN": "两端不一致" };

const COVERS: Localized = { en: "the entry that covers it", "zh-CN": "命中的条目" };
const IN_QUESTION: Localized = { en: "the entry in question", "zh-CN": "相关条目" };
const NEAREST: Localized = { en: "the nearest entry", "zh-CN": "最接近的条目" };

const PHONE: Localized = { en: "phone (Android)", "zh-CN": "手机（Android）" };
const DEVTOOLS: Localized = { en: "DevTools", "zh-CN": "开发者工具" };
const LETS_PASS: Localized = { en: "lets it pass", "zh-CN": "放行" };
const REFUSES: Localized = { en: "refuses it", "zh-CN": "拒绝" };

/**
 * @param url the text that was checked.
 * @param callee what the author calls, such as `uni.request`; default: the API's own name.
 */
export function describeVerdict(verdict: Verdict, url: string, call: Call, locale: Locale, callee?: string): VerdictDescription {
  const { clients, list } = verdict;
  return {
    status: statusOf(verdict)[locale],
    explanation: explainVerdict(verdict, url, call, locale, callee),
    comparison: compare(verdict, url, locale),
    list: list === null ? undefined : LISTS[list].name[locale],
    clients: [
      { client: "android" as const, name: PHONE[locale], passes: clients.android },
      { client: "devtools" as const, name: DEVTOOLS[locale], passes: clients.devtools },
    ].flatMap(({ client, name, passes }) => (passes === null ? [] : [{ client, name, passes, does: (passes ? LETS_PASS : REFUSES)[locale] }])),
  };
}

function statusOf({ status, clients: { android, devtools } }: Verdict): Localized {
  return status === "uncertain" && android !== null && devtools !== null && android !== devtools ? CLIENTS_DIFFER : STATUS[status];
}

function compare({ status, entry, nearest }: Verdict, text: string, locale: Locale): Comparison | undefined {
  const compared = entry ?? nearest;
  const url = partsOf(text);
  const other = compared === undefined ? undefined : partsOf(compared);
  if (url === undefined || other === undefined) return undefined;
  const differs = (part: 0 | 1 | 2): boolean => status === "denied" && url[part].toLowerCase() !== other[part].toLowerCase();
  return {
    url,
    entry: other,
    label: labelOf(status, entry)[locale],
    refuses: [differs(0) && other[0] !== "", differs(1), differs(2)],
  };
}

function labelOf(status: Status, entry: string | undefined): Localized {
  if (entry === undefined) return NEAREST;
  return status === "allowed" ? COVERS : IN_QUESTION;
}

function partsOf(text: string): UrlParts | undefined {
  const isBare = !text.includes("://");
  const url = parseRawUrl(isBare ? `https://${text}` : text);
  if (url.kind !== "absolute") return undefined;
  return [isBare ? "" : `${url.scheme}://`, url.host, url.port === undefined ? "" : `:${url.port}`];
}
