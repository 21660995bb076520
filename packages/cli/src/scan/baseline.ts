import { WxDomainError } from "@wx-domain/core";
import type { Finding, UrlFinding } from "./findings.ts";
import { findingOf, findingsOf } from "./findings.ts";
import type { JudgedCall, JudgedValue } from "./inventory.ts";

/** Findings of an earlier scan, which don't fail this one. */
export interface Baseline {
  holdsValue(call: JudgedCall, value: JudgedValue): boolean;
  /** That it can't be determined where a call goes. */
  holdsOpen(call: JudgedCall): boolean;
}

export const EMPTY_BASELINE: Baseline = { holdsValue: () => false, holdsOpen: () => false };

/**
 * Reads a report of `--format json`. A finding is known again by its file, call, URL and reason: lines move.
 * @throws WxDomainError `scan/baseline` if the text is no such report.
 */
export function parseBaseline(text: string, shown: string): Baseline {
  const report = parse(text);
  if (!isObject(report) || report["version"] !== 1 || !Array.isArray(report["calls"])) throw notAReport(shown);
  const known = new Set<string>();
  for (const call of report["calls"]) {
    if (!isObject(call) || !Array.isArray(call["values"])) throw notAReport(shown);
    const { file, callee, dynamic } = call;
    if (dynamic === true) known.add(keyOf(file, callee));
    for (const value of call["values"]) {
      if (!isObject(value)) throw notAReport(shown);
      known.add(keyOf(file, callee, value["pattern"], value["reason"]));
    }
  }
  return {
    holdsValue: ({ file, callee }, { pattern, reason }) => known.has(keyOf(file, callee, pattern, reason)),
    holdsOpen: ({ file, callee }) => known.has(keyOf(file, callee)),
  };
}

/** What is to be mended about a value, and wasn't before. */
export function newFindingOf(call: JudgedCall, value: JudgedValue, baseline: Baseline): UrlFinding | undefined {
  return baseline.holdsValue(call, value) ? undefined : findingOf(value);
}

/** What is to be mended about a call, and how many findings the baseline holds. */
export function splitFindings(call: JudgedCall, baseline: Baseline): { readonly fresh: ReadonlySet<Finding>; readonly old: number } {
  const fresh = new Set<Finding>();
  let old = 0;
  for (const value of call.values) {
    const finding = newFindingOf(call, value, baseline);
    if (finding !== undefined) fresh.add(finding);
    else if (findingOf(value) !== undefined) old++;
  }
  if (findingsOf(call).has("dynamic")) {
    if (baseline.holdsOpen(call)) old++;
    else fresh.add("dynamic");
  }
  return { fresh, old };
}

function keyOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function notAReport(shown: string): WxDomainError {
  return new WxDomainError("scan/baseline", {
    en: `"${shown}" is no report of a scan: make one by wx-domain scan --format json --out FILE.`,
    "zh-CN": `“${shown}”不是扫描报告：请用 wx-domain scan --format json --out FILE 生成。`,
  });
}
