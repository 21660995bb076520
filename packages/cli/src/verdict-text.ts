import { explainVerdict, LISTS, type Call, type Locale, type Localized, type Verdict } from "@wx-domain/core";
import type { Style } from "./command.ts";

const STATUS: Readonly<Record<Verdict["status"], { readonly text: Localized; readonly style: keyof Style }>> = {
  allowed: { text: { en: "Allowed", "zh-CN": "允许" }, style: "good" },
  denied: { text: { en: "Denied", "zh-CN": "拒绝" }, style: "bad" },
  uncertain: { text: { en: "Uncertain", "zh-CN": "不确定" }, style: "doubtful" },
};

const LABELS = {
  list: { en: "List:    ", "zh-CN": "列表：" },
  entry: { en: "Entry:   ", "zh-CN": "条目：" },
  nearest: { en: "Nearest: ", "zh-CN": "最接近的条目：" },
  clients: { en: "Clients: ", "zh-CN": "客户端：" },
} as const satisfies Readonly<Record<string, Localized>>;

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
  if (verdict.list !== null) lines.push(`${LABELS.list[locale]}${LISTS[verdict.list].name[locale]}, ${verdict.list}`);
  if (verdict.entry !== undefined) lines.push(LABELS.entry[locale] + verdict.entry);
  if (verdict.nearest !== undefined && verdict.nearest !== verdict.entry) lines.push(LABELS.nearest[locale] + verdict.nearest);
  const clients = describeClients(verdict.clients, locale);
  if (clients !== "") lines.push(LABELS.clients[locale] + clients);
  return lines.join("\n");
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
