import type { ListName } from "@wx-domain/core";
import type { Inventory, JudgedCall } from "./inventory.ts";
import type { ListUse, PlanStep, ReportedCall, ScanReport } from "./report.ts";

/** The text of `--format json`. */
export function formatJson({ calls, skipped }: Inventory, uses: ReadonlyMap<ListName, ListUse>, plan: readonly PlanStep[]): string {
  const report: ScanReport = { version: 1, calls: calls.map(reported), lists: Object.fromEntries(uses), skipped, plan };
  return JSON.stringify(report, null, 2);
}

function reported({ file, line, column, callee, call, origins, relative, dynamic, vendored, values }: JudgedCall): ReportedCall {
  return {
    file,
    line,
    column,
    callee,
    call,
    origins,
    relative,
    dynamic,
    vendored,
    values: values.map(({ pattern, from, via, status, reason, isOwn }) => ({
      pattern,
      from,
      ...(via.length === 0 ? {} : { via }),
      ...(!isOwn ? { status: "uncertain" } : { status, ...(reason === undefined ? {} : { reason }) }),
    })),
  };
}
