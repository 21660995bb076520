import { explainVerdict, LISTS, parseRawUrl, type Call, type Locale, type Localized, type Verdict } from "@wx-domain/core";
import type { Style } from "./command.ts";

const STATUS: Readonly<Record<Verdict["status"], { readonly text: Localized; readonly style: keyof Style }>> = {
  allowed: { text: { en: "Allowed", "zh-CN": "允许" }, style: "good" },
  denied: { text: { en: "Denied", "zh-CN": "拒绝" }, style: "bad" },
  uncertain: { text: { en: "Uncertain", "zh-CN": "不确定" }, style: "doubtful" },
};

const LABELS = {
  list: { en: "List:    ", "zh-CN": "列表：" },
  clients: { en: "Clients: ", "zh-CN": "客户端：" },
} as const satisfies Readonly<Record<string, Localized>>;

const ENTRY: Localized = { en: "the entry that decided", "zh-CN": "起决定作用的条目" };
const NEAREST: Localized = { en: "the nearest entry", "zh-CN": "最接近的条目" };

const PHONE: Localized = { en: "phone (Android)", "zh-CN": "手机（Android）" };
const DEVTOOLS: Localized = { en: "DevTools", "zh-CN": "开发者工具" };
const LETS_PASS: Localized = { en: "lets it pass", "zh-CN": "放行" };
const REFUSES: Localized = { en: "refuses it", "zh-CN": "拒绝" };

/** A verdict for a person, in a few lines: what, why and what to do; list; entry; what each client does. */
export function describeVerdict(verdict: Verdict, url: string, call: Call, locale: Locale, style: Style): string {
  const status = STATUS[verdict.status];
  const lines = [
    `${style[status.style](status.text[locale])} (${verdict.reason})`,
    explainVerdict(verdict, url, call, locale),
  ];
  const compared = verdict.entry ?? verdict.nearest;
  if (compared !== undefined) lines.push(...drawComparison(url, compared, verdict.entry === undefined ? NEAREST[locale] : ENTRY[locale], verdict.status === "denied", style));
  if (verdict.list !== null) lines.push(`${LABELS.list[locale]}${LISTS[verdict.list].name[locale]}, ${verdict.list}`);
  const clients = describeClients(verdict.clients, locale);
  if (clients !== "") lines.push(LABELS.clients[locale] + clients);
  return lines.join("\n");
}

/** URL and entry, part below part, with what differs underlined where that refuses the URL. */
function drawComparison(url: string, entry: string, label: string, isDenied: boolean, style: Style): string[] {
  const above = partsOf(url);
  const below = partsOf(entry);
  if (above === undefined || below === undefined) return [];
  const widths = above.map((part, at) => Math.max(part.length, below[at]?.length ?? 0));
  const row = (parts: readonly string[]): string => `  ${parts.map((part, at) => part.padEnd(widths[at] ?? 0)).join(" ")}`;
  // An entry may leave the scheme out.
  const differs = above.map((part, at) => part.toLowerCase() !== below[at]?.toLowerCase() && !(at === 0 && below[0] === ""));
  const marks = row(differs.map((isOther, at) => (isOther ? "~".repeat(widths[at] ?? 0) : ""))).trimEnd();
  const lines = [row(above).trimEnd(), `${row(below)}   ${label}`];
  return ["", ...lines, ...(isDenied && marks !== "" ? [style.bad(marks)] : []), ""];
}

/** Scheme, host and port as they are written. */
function partsOf(text: string): readonly [scheme: string, host: string, port: string] | undefined {
  const isBare = !text.includes("://");
  const url = parseRawUrl(isBare ? `https://${text}` : text);
  if (url.kind !== "absolute") return undefined;
  return [isBare ? "" : `${url.scheme}://`, url.host, url.port === undefined ? "" : `:${url.port}`];
}

/** Empty where no client was observed. */
function describeClients(clients: Verdict["clients"], locale: Locale): string {
  const [space, comma] = locale === "en" ? [" ", ", "] : ["", "，"];
  const rows = [
    { name: PHONE, passes: clients.android },
    { name: DEVTOOLS, passes: clients.devtools },
  ];
  return rows
    .flatMap(({ name, passes }) => (passes === null ? [] : [`${name[locale]}${space}${(passes ? LETS_PASS : REFUSES)[locale]}`]))
    .join(comma);
}
