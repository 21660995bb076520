import { CALLS, LISTS, type DomainLists, type ListName, type Localized } from "@wx-domain/core";
import { findingOf } from "../findings.ts";
import type { JudgedCall } from "../inventory.ts";
import type { ListUse } from "../report.ts";
import { spans } from "./languages.ts";
import { escape } from "./markup.ts";
import { TEXTS } from "./texts.ts";

/** What the console has beside what the code needs; one row an origin or entry. */
export function listCard(name: ListName, { used, missing, unused }: ListUse, calls: readonly JudgedCall[], { lists }: { readonly lists: DomainLists }): string {
  const entries = lists[name];
  const rows = [
    ...missing.map((origin) => row("", origin, "bad", "✗ ", TEXTS.missing)),
    ...used.filter((origin) => !missing.includes(origin)).map((origin) => originRow(origin, valuesOf(origin, name, calls), entries === undefined)),
    ...(entries ?? []).filter((entry) => !used.includes(entry)).map((entry) => (unused.includes(entry) ? row(entry, "", "doubt", "– ", TEXTS.unused) : row(entry, "", "soft", "", undefined))),
  ];
  const heading = `${spans(LISTS[name].name)}${entries === undefined ? ` <span class="doubt">(${spans(TEXTS.unknown)})</span>` : ""}`;
  const heads = [TEXTS.configured, TEXTS.used, TEXTS.state].map((text) => `<th scope="col">${spans(text)}</th>`);
  const body = rows.length === 0 ? `<tr><td colspan="3" class="soft">${spans(TEXTS.nothing)}</td></tr>` : rows.join("");
  return `<div class="card"><h3>${heading}</h3><table><thead><tr>${heads.join("")}</tr></thead><tbody>${body}</tbody></table></div>`;
}

type Values = JudgedCall["values"];

function valuesOf(origin: string, name: ListName, calls: readonly JudgedCall[]): Values {
  return calls.filter(({ call }) => CALLS[call].list === name).flatMap((call) => call.values.filter((value) => value.origin === origin && value.isOwn));
}

function originRow(origin: string, values: Values, isUnknown: boolean): string {
  const entry = values.find(({ verdict }) => verdict?.status === "allowed")?.verdict?.entry;
  if (entry !== undefined) return row(entry, origin, "good", "✓ ", TEXTS.ok);
  if (values.some((value) => findingOf(value) === "insecure")) return row("", origin, "bad", "✗ ", TEXTS.insecure);
  return row("", origin, "soft", isUnknown ? "" : "? ", isUnknown ? TEXTS.unknown : TEXTS.doubtful);
}

function row(entry: string, origin: string, tone: string, mark: string, state: Localized | undefined): string {
  return `<tr><td class="origin">${breakable(entry)}</td><td class="origin">${breakable(origin)}</td><td class="${tone}">${mark}${state === undefined ? "" : spans(state)}</td></tr>`;
}

/** Broken at its dots rather than within a word. */
function breakable(origin: string): string {
  return escape(origin).replace(/\/\/|\./g, (mark) => (mark === "." ? "<wbr>." : "//<wbr>"));
}
