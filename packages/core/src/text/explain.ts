import { CALLS, type Call } from "../calls.ts";
import { holdsHosts, LISTS } from "../list-table.ts";
import type { Locale, Localized } from "../locale.ts";
import { parseRawUrl } from "../raw-url.ts";
import type { Verdict } from "../verdict.ts";
import { REASON_TEXTS, type Parts } from "./reason-texts.ts";

const QUOTE: Readonly<Record<Locale, (text: string) => string>> = {
  en: (text) => `"${text}"`,
  "zh-CN": (text) => `“${text}”`,
};

const NEAREST: Readonly<Record<Locale, (entry: string) => string>> = {
  en: (entry) => `The nearest entry is ${entry}.`,
  "zh-CN": (entry) => `最接近的条目是 ${entry}。`,
};

/** What is to be added to a list, by what it holds. */
const ADDITION: Readonly<Record<"host" | "origin", Readonly<Record<Locale, (host: string) => string>>>> = {
  host: { en: (host) => `host ${host}`, "zh-CN": (host) => `域名${host}` },
  origin: { en: () => "origin", "zh-CN": () => "域名" },
};

const ONLY_DEVTOOLS: Localized = {
  en: "It works in DevTools, but fails on the phone.",
  "zh-CN": "开发者工具中可用，手机上会失败。",
};

const ONLY_PHONE: Localized = {
  en: "It works on the phone, but fails in DevTools.",
  "zh-CN": "手机上可用，开发者工具中会失败。",
};

/** A URL may be of any length; a message shows so much of it. */
const SHOWN_URL = 200;

/** The scheme as a person sees it, also of a URL that is none for another reason: `ws://h:…`. */
const SCHEME = /^[a-z][a-z0-9+.-]*:(?:\/\/)?/i;

function shown(url: string): string {
  return url.length > SHOWN_URL ? `${url.slice(0, SHOWN_URL)}…` : url;
}

/** The platform's API as it is written: `uni.request` for `wx.request`. A name of another kind is a library's, which the lists know nothing of. */
function nameOf(call: Call, callee: string | undefined): string {
  const { name } = CALLS[call];
  return callee !== undefined && callee.split(".").at(-1) === name.split(".").at(-1) ? callee : name;
}

function partsOf(verdict: Verdict, url: string, call: Call, locale: Locale, callee: string | undefined): Parts {
  const facts = CALLS[call];
  const name = nameOf(call, callee);
  const raw = parseRawUrl(url);
  const quote = QUOTE[locale];
  const entry = verdict.entry ?? verdict.nearest;
  const host = raw.kind === "absolute" ? raw.host : shown(url);
  return {
    url: quote(shown(url)),
    call: name,
    list: verdict.list === null ? name : LISTS[verdict.list].name[locale],
    host,
    addition: ADDITION[verdict.list !== null && holdsHosts(verdict.list) ? "host" : "origin"][locale](quote(host)),
    scheme: SCHEME.exec(url)?.[0].toLowerCase() ?? shown(url),
    takesPorts: verdict.list !== null && LISTS[verdict.list].port === "may-hold",
    schemes: facts.schemes.map((scheme) => `${scheme}://`).join(" / "),
    entry: entry === undefined ? "" : quote(entry),
    listedIn: (verdict.listedIn ?? []).map((name) => LISTS[name].name[locale]).join(locale === "en" ? ", " : "、"),
  };
}

/** Which of the observed clients lets the call through, where they differ. */
function clientSentence({ clients: { android, devtools } }: Verdict): Localized | undefined {
  if (android === null || devtools === null || android === devtools) return undefined;
  return android ? ONLY_PHONE : ONLY_DEVTOOLS;
}

/**
 * A verdict in full sentences on one line: the URL, the list by its console name, the entry that was probably meant, what
 * to do, and whether the two clients differ.
 *
 * @param url the text that was checked.
 * @param callee what the author calls, such as `uni.request`; default: the API's own name.
 */
export function explainVerdict(verdict: Verdict, url: string, call: Call, locale: Locale, callee?: string): string {
  const parts = partsOf(verdict, url, call, locale, callee);
  const sentences = [REASON_TEXTS[verdict.reason][locale](parts)];
  if (verdict.nearest !== undefined && verdict.entry === undefined) sentences.push(NEAREST[locale](QUOTE[locale](verdict.nearest)));
  const clients = clientSentence(verdict);
  if (clients !== undefined) sentences.push(clients[locale]);
  return sentences.join(locale === "en" ? " " : "");
}
