import { describeVerdict, type Call, type Locale, type Localized, type Verdict, type VerdictDescription } from "@wx-domain/core";
import type { Style } from "./command.ts";

const STATUS_STYLE: Readonly<Record<Verdict["status"], keyof Style>> = { allowed: "good", denied: "bad", uncertain: "doubtful" };

const LABELS = {
  list: { en: "List:    ", "zh-CN": "列表：" },
  clients: { en: "Clients: ", "zh-CN": "客户端：" },
} as const satisfies Readonly<Record<string, Localized>>;

/** A verdict for a person, in a few lines: what, why and what to do; list; entry; what each client does. */
export function drawVerdict(verdict: Verdict, url: string, call: Call, locale: Locale, style: Style): string {
  const { status, explanation, comparison, list, clients } = describeVerdict(verdict, url, call, locale);
  const lines = [`${style[STATUS_STYLE[verdict.status]](status)} (${verdict.reason})`, explanation];
  if (comparison !== undefined) lines.push(...drawComparison(comparison, style));
  if (verdict.list !== null && list !== undefined) lines.push(`${LABELS.list[locale]}${list}, ${verdict.list}`);
  const [space, comma] = locale === "en" ? [" ", ", "] : ["", "，"];
  if (clients.length > 0) lines.push(LABELS.clients[locale] + clients.map(({ name, does }) => `${name}${space}${does}`).join(comma));
  return lines.join("\n");
}

/** URL and entry, part below part, with what differs underlined where that refuses the URL. */
function drawComparison({ url, entry, label, refuses }: NonNullable<VerdictDescription["comparison"]>, style: Style): string[] {
  const widths = url.map((part, at) => Math.max(part.length, entry[at]?.length ?? 0));
  const row = (parts: readonly string[]): string => `  ${parts.map((part, at) => part.padEnd(widths[at] ?? 0)).join(" ")}`;
  const marks = row(refuses.map((isOther, at) => (isOther ? "~".repeat(widths[at] ?? 0) : ""))).trimEnd();
  return ["", row(url).trimEnd(), `${row(entry)}   ${label}`, ...(marks === "" ? [] : [style.bad(marks)]), ""];
}
