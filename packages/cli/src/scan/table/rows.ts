import { CALLS, type ListName, type Reason, type Status, type Verdict } from "@wx-domain/core";
import { newFindingOf, type Baseline } from "../baseline.ts";
import { findingOf, type UrlFinding } from "../findings.ts";
import type { JudgedCall, JudgedValue } from "../inventory.ts";
import type { ReportedPlace } from "../report.ts";
import { placeText } from "./places.ts";

/** One origin, or one kind of URL without one, that reaches calls bound to a list. */
export interface Row {
  /** The origin; the pattern where there is none; undefined: relative URLs, whose patterns say little. */
  readonly title: string | undefined;
  readonly status: Status;
  readonly reason: Reason;
  readonly finding: UrlFinding | undefined;
  /** The baseline has it at each of its calls. */
  isOld: boolean;
  readonly verdict: Verdict | undefined;
  readonly calls: Set<JudgedCall>;
  /** Where the origin is written, by `file:line`. */
  readonly from: Map<string, ReportedPlace>;
  /** How it comes from callers to its calls, each way by its text: `call ← caller ← where it is written`. */
  readonly ways: Set<string>;
}

const RANK: Readonly<Record<Status, number>> = { denied: 0, uncertain: 1, allowed: 2 };

/** What reaches the calls of the program that are bound to a list: what is to be mended first, then by title. */
export function rowsOf(calls: readonly JudgedCall[], list: ListName, baseline: Baseline): Row[] {
  const rows = new Map<string, Row>();
  for (const call of calls) {
    if (CALLS[call.call].list !== list) continue;
    for (const value of call.values) {
      const { reason, verdict, status } = value;
      if (reason === undefined || reason === "no-list-needed" || value.isPlaceholder || !value.isOwn) continue;
      const title = titleOf(value, reason);
      const key = `${reason} ${title ?? ""} ${verdict?.nearest ?? ""}`;
      const row = rows.get(key) ?? { title, status, reason, finding: findingOf(value), isOld: true, verdict, calls: new Set(), from: new Map(), ways: new Set() };
      rows.set(key, row);
      row.calls.add(call);
      row.isOld &&= row.finding !== undefined && newFindingOf(call, value, baseline) === undefined;
      for (const place of value.from) row.from.set(placeText(place), place);
      if (value.via.length > 0) row.ways.add([...new Set([call, ...value.via, ...value.from.slice(0, 1)].map(placeText))].join(" ← "));
    }
  }
  return [...rows.values()].sort((a, b) => rankOf(a) - rankOf(b) || ((a.title ?? "") < (b.title ?? "") ? -1 : 1));
}

function titleOf({ origin, pattern }: JudgedValue, reason: Reason): string | undefined {
  if (reason === "relative-url") return undefined;
  return reason === "invalid-url" || origin === undefined ? `"${pattern}"` : origin;
}

function rankOf({ finding, status }: Row): number {
  return finding === undefined ? RANK[status] : -1;
}
