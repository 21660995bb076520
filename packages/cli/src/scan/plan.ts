import { CALLS, compileLists, LISTS, LIST_NAMES, parseRawUrl, type Call, type DomainLists, type ListName } from "@wx-domain/core";
import { CONSOLE_PAGES } from "./console-pages.ts";
import { findingOf } from "./findings.ts";
import type { Inventory, JudgedValue } from "./inventory.ts";
import type { ListUse, PlannedField, PlanStep } from "./report.ts";
import { mayBeSlip } from "./slip.ts";

/**
 * The fewest changes in the console after which no known origin is missing: one save a page. What nothing needs any more is
 * taken out in a save of its own, when the version that still used it is gone. Origins that no entry lets pass (`:443`, http) are
 * left out: the code has to change. Of an unknown list all that the program uses is planned.
 */
export function planChanges({ calls }: Inventory, uses: ReadonlyMap<ListName, ListUse>, lists: DomainLists): readonly PlanStep[] {
  /** Entries, each with the listed one that it is like. */
  const wanted = new Map<ListName, Map<string, string | undefined>>();
  const open = new Set<ListName>();
  for (const call of calls) {
    const { list } = CALLS[call.call];
    if (list === null) continue;
    if (call.dynamic && !call.vendored) open.add(list);
    for (const value of call.values) {
      const entry = isWanted(value, call.call) ? entryFor(value.origin ?? "", list) : undefined;
      if (entry !== undefined) wanted.set(list, (wanted.get(list) ?? new Map<string, string | undefined>()).set(entry, value.verdict?.nearest));
    }
  }
  const steps = CONSOLE_PAGES.map(({ page, lists: names }): PlanStep => ({
    page,
    when: "now",
    fields: names.flatMap((list) => fieldOf(list, wanted.get(list) ?? new Map(), [], lists)),
  }));
  const unused: PlanStep = {
    page: "server",
    when: "after-release",
    // What a call that isn't understood may need stays.
    fields: LIST_NAMES.flatMap((list) => (open.has(list) ? [] : fieldOf(list, new Map(), uses.get(list)?.unused ?? [], after(list, steps, lists)))),
  };
  return [...steps, unused].filter(({ fields }) => fields.length > 0);
}

/** What is missing where a list holds nothing: asked of the lists that are unknown. */
const EMPTY = compileLists(Object.fromEntries(LIST_NAMES.map((name) => [name, []])));

/** Whether an entry is the cure. */
function isWanted(value: JudgedValue, call: Call): boolean {
  if (value.origin === undefined || !value.isOwn) return false;
  const { status, reason } = value.reason === "unknown-list" ? EMPTY.check(value.url, call) : value;
  return status === "denied" && findingOf({ ...value, status, reason }) === "missing";
}

/** The entry that lets an origin pass; undefined if the console takes none. */
function entryFor(origin: string, list: ListName): string | undefined {
  const url = parseRawUrl(origin);
  if (url.kind !== "absolute" || url.port === "443") return undefined;
  const { entryScheme, schemeOptional, port } = LISTS[list];
  if (entryScheme === null || schemeOptional) return url.host;
  if (url.scheme !== entryScheme) return undefined;
  // Source: D network: 「对于 wss 域名，无需配置端口，默认允许请求该域名下所有端口」.
  const isPortless = port === "never" || list === "wsrequestdomain" || url.port === undefined;
  return `${entryScheme}://${url.host}${isPortless ? "" : `:${url.port}`}`;
}

function fieldOf(list: ListName, wanted: ReadonlyMap<string, string | undefined>, remove: readonly string[], lists: DomainLists): PlannedField[] {
  const before = lists[list];
  const add = [...wanted.keys()].filter((entry) => before?.includes(entry) !== true).sort();
  if (add.length === 0 && remove.length === 0) return [];
  const similar = add.flatMap((entry) => {
    const listed = wanted.get(entry);
    return listed === undefined || !mayBeSlip(entry, listed) ? [] : [{ entry, listed }];
  });
  const entries = [...(before ?? []).filter((entry) => !remove.includes(entry)), ...add];
  return [{ list, isWhole: before !== undefined, add, remove, similar, entries }];
}

/** A list as it stands once the steps before are done. */
function after(list: ListName, steps: readonly PlanStep[], lists: DomainLists): DomainLists {
  const field = steps.flatMap(({ fields }) => fields).find((one) => one.list === list);
  return field === undefined ? lists : { ...lists, [list]: field.entries };
}
