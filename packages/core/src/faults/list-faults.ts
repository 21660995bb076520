import { parseEntry, type Entry } from "../entry.ts";
import { LISTS, type EntryFacts } from "../list-table.ts";
import { LIST_NAMES, type DomainLists } from "../lists.ts";
import { FORM_CHECKS, HOST_CHECKS, PART_CHECKS } from "./entry-checks.ts";
import type { Fault, FaultCode } from "./fault.ts";
import { FAULT_TEXTS } from "./fault-texts.ts";
import { inGoodForm } from "./good-form.ts";

/** What the faults of lists depend on besides the lists. */
export interface FaultOptions {
  /** Which of the platform's published limits count; default `current`. */
  readonly limits?: "current" | "former";
  /** `registrableDomain` of `@wx-domain/core/public-suffix`; without it, bare public suffixes are not found. */
  readonly registrableDomain?: (host: string) => string | null;
}

function faultsOfEntry(entry: Entry, facts: EntryFacts, options: FaultOptions): readonly FaultCode[] {
  const checked = { entry, facts, registrableDomain: options.registrableDomain };
  const form = FORM_CHECKS.find((check) => check.has(checked));
  if (form !== undefined) return [form.fault];
  const parts = PART_CHECKS.filter((check) => check.has(checked));
  const host = HOST_CHECKS.find((check) => check.has(checked));
  return [...parts, ...(host === undefined ? [] : [host])].map(({ fault }) => fault);
}

/** Two entries with this text in common allow the same. */
function sameAs(entry: Entry, facts: EntryFacts): string {
  const scheme = entry.scheme ?? (facts.schemeOptional ? facts.entryScheme : null);
  return `${scheme ?? ""}://${entry.userinfo ?? ""}@${entry.host}:${entry.port ?? ""}${entry.path.replace(/\/$/, "")}`;
}

/** What is to be written instead: the entry in good form, or any good one where nobody can tell what was meant. */
function exampleFor(text: string, facts: EntryFacts, options: FaultOptions): string {
  const mended = inGoodForm(text, facts);
  if (faultsOfEntry(parseEntry(mended), facts, options).length === 0) return mended;
  return facts.entryScheme === null ? "www.example.com" : `${facts.entryScheme}://www.example.com`;
}

/** What is wrong with entries that stand together under `list`. */
export function faultsOf<L extends string>(list: L, facts: EntryFacts, texts: readonly string[], options: FaultOptions): readonly Fault<L>[] {
  const limit = facts.limits[options.limits ?? "current"];
  const seen = new Set<string>();
  return texts.flatMap((text, index) => {
    const entry = parseEntry(text);
    const codes = [...faultsOfEntry(entry, facts, options)];
    const key = sameAs(entry, facts);
    if (text !== "" && seen.has(key)) codes.push("duplicate");
    seen.add(key);
    // Said once, where the list goes over: a fault for each entry beyond would hide the others.
    if (index === limit) codes.push("over-limit");
    if (codes.length === 0) return [];
    const example = exampleFor(text, facts, options);
    return codes.map((fault) => ({
      list,
      index,
      entry: text,
      fault,
      text: {
        en: FAULT_TEXTS[fault].en({ entry: text, list: facts.name.en, example, limit }),
        "zh-CN": FAULT_TEXTS[fault]["zh-CN"]({ entry: text, list: facts.name["zh-CN"], example, limit }),
      },
    }));
  });
}

/**
 * What is wrong with the entries of the known lists, in the order of the lists and their entries. An entry that the console
 * would refuse is a fault, whatever the clients make of it.
 */
export function listFaults(lists: DomainLists, options: FaultOptions = {}): readonly Fault[] {
  return LIST_NAMES.flatMap((list) => faultsOf(list, LISTS[list], lists[list] ?? [], options));
}
