import { judgeValue, type BoundHit, type Hole, type Judgement, type Scan, type ScannedCall } from "@wx-domain/analyzer";
import type { Call, CompiledLists, Reason, Status, Verdict } from "@wx-domain/core";
import { relative, sep } from "node:path";
import type { ReportedPlace, SkippedFile } from "./report.ts";

/** The network calls of a program with what the lists say about each: what every format is made from. */
export interface Inventory {
  /** By file, line and column. */
  readonly calls: readonly JudgedCall[];
  readonly skipped: readonly SkippedFile[];
  readonly bounds: readonly BoundHit[];
}

/** A network call; paths relative to the scanned folder. */
export interface JudgedCall extends ReportedPlace {
  readonly column: number;
  readonly callee: string;
  readonly call: Call;
  readonly origins: readonly string[];
  readonly relative: boolean;
  readonly dynamic: boolean;
  readonly vendored: boolean;
  readonly values: readonly JudgedValue[];
}

export interface JudgedValue {
  readonly pattern: string;
  readonly from: readonly ReportedPlace[];
  /** The calls by which it comes to this one from a caller, the nearest first. */
  readonly via: readonly ReportedPlace[];
  /** Undefined where the URL's origin isn't fully known. */
  readonly origin: string | undefined;
  /** What is not known, where that leaves the origin open. */
  readonly holes: readonly Hole[];
  readonly status: Status;
  /** Undefined where the URL isn't known far enough to be judged. */
  readonly reason: Reason | undefined;
  /** An empty text beside other values: the state before a URL is there, which nobody means to send. */
  readonly isPlaceholder: boolean;
  /** The program's own code decides the origin: only then it is judged. */
  readonly isOwn: boolean;
  /** What the lists say; undefined also where only the known part of a host was compared. */
  readonly verdict: Verdict | undefined;
  /** What the lists were asked. */
  readonly url: string;
}

/**
 * @param folder The scanned folder, absolute.
 */
export function takeInventory(scan: Scan, folder: string, lists: CompiledLists): Inventory {
  const shown = (path: string): string => relative(folder, path).replaceAll(sep, "/");
  const calls = scan.calls.map((call) => judgeCall(call, lists, shown));
  const skipped = new Map(scan.skipped.map(({ file, reason }) => [file, { file: shown(file), reason: reason.replaceAll(file, shown(file)) }]));
  return {
    calls: calls.sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column),
    skipped: [...skipped.values()].sort((a, b) => order(a.file, b.file)),
    bounds: scan.bounds.map(({ bound, file }) => ({ bound, file: file === "" ? "" : shown(file) || "." })),
  };
}

function judgeCall(call: ScannedCall, lists: CompiledLists, shown: (path: string) => string): JudgedCall {
  const place = ({ file, line }: ReportedPlace): ReportedPlace => ({ file: shown(file), line });
  return {
    file: shown(call.file),
    line: call.line,
    column: call.column,
    callee: call.callee,
    call: call.call,
    origins: call.origins,
    relative: call.relative,
    dynamic: call.dynamic,
    vendored: call.vendored,
    values: call.values.map((value) => ({
      pattern: value.pattern,
      from: value.from.map(place),
      via: value.via.map(place),
      origin: value.origin.kind === "known" ? value.origin.origin : undefined,
      holes: value.origin.kind === "unknown" || value.origin.kind === "partial" ? value.origin.holes : [],
      isOwn: value.isOwn,
      isPlaceholder: value.pattern === "" && call.values.length > 1,
      ...outcome(judgeValue(value, call.call, lists), value.pattern),
    })),
  };
}

function outcome(judgement: Judgement, pattern: string): Pick<JudgedValue, "status" | "reason" | "verdict" | "url"> {
  switch (judgement.kind) {
    case "verdict":
      return { status: judgement.verdict.status, reason: judgement.verdict.reason, verdict: judgement.verdict, url: judgement.url };
    case "impossible":
      return { status: "denied", reason: "not-listed", verdict: undefined, url: judgement.url };
    case "unknown":
      return { status: "uncertain", reason: undefined, verdict: undefined, url: pattern };
  }
}

/** By code unit, so that no machine's locale changes the order. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a call is the program's affair: its own, or one of a library that sends what the program hands to it. */
export function isOwnCall({ vendored, values }: JudgedCall): boolean {
  return !vendored || values.some(({ isOwn }) => isOwn);
}
