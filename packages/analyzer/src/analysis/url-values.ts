import type { Module } from "../program/module.ts";
import type { Origin } from "../values/origin.ts";
import { originOf } from "../values/origin.ts";
import type { Pattern, Place } from "../values/pattern.ts";
import { formatPattern, holePattern, knownText } from "../values/pattern.ts";
import type { Element, Value } from "../values/value.ts";
import { positionOf } from "./positions.ts";

/** A place as a person reads it; line 1-based. */
export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** The module that a place lies in. */
export type ModuleAt = (path: string) => Module | undefined;

/** One URL, or family of URLs, that a call can send. */
export interface UrlValue {
  readonly pattern: string;
  readonly parts: Pattern;
  readonly origin: Origin;
  /** Where the text that decides the origin is written. */
  readonly from: readonly SourceLine[];
}

export interface DescribedValues {
  readonly origins: readonly string[];
  readonly relative: boolean;
  readonly dynamic: boolean;
  readonly values: readonly UrlValue[];
}

/** What the elements of a URL's value say about where the call goes. */
export function describeValues(value: Value, moduleAt: ModuleAt): DescribedValues {
  const values = new Map<string, UrlValue>();
  const origins = new Set<string>();
  let relative = false;
  let dynamic = false;
  let missing = false;
  for (const element of value) {
    if (element.kind === "primitive" && (element.value === undefined || element.value === null)) {
      missing = true;
      continue;
    }
    const parts = partsOf(element);
    // `data: { url: "" }`: a place for a URL, none yet.
    if (knownText(parts) === "") {
      missing = true;
      continue;
    }
    const origin = originOf(parts);
    if (origin.kind === "known") origins.add(origin.origin);
    else if (origin.kind === "relative") relative = true;
    else dynamic = true;
    const pattern = formatPattern(parts);
    if (!values.has(pattern)) values.set(pattern, { pattern, parts, origin, from: placesOf(origin, moduleAt) });
  }
  // A call that nobody gives a URL is no call that is understood.
  if (values.size === 0) {
    dynamic = true;
    const parts = holePattern({ cause: missing ? "no-url" : "recursion", at: undefined });
    values.set("", { pattern: formatPattern(parts), parts, origin: originOf(parts), from: [] });
  }
  return { origins: [...origins].sort(), relative, dynamic, values: [...values.values()] };
}

function partsOf(element: Element): Pattern {
  if (element.kind === "string") return element.pattern;
  if (element.kind === "unknown") {
    return holePattern({ cause: element.cause, at: element.at, ...(element.detail === undefined ? {} : { detail: element.detail }) });
  }
  return holePattern({ cause: "string-operation", at: undefined });
}

function placesOf(origin: Origin, moduleAt: ModuleAt): readonly SourceLine[] {
  return origin.kind === "unknown" ? [] : linesOf(origin.from, moduleAt);
}

/** The lines of places, each once. */
export function linesOf(places: readonly Place[], moduleAt: ModuleAt): readonly SourceLine[] {
  const seen = new Map<string, SourceLine>();
  for (const place of places) {
    const line = lineOf(place, moduleAt);
    seen.set(`${line.file}:${String(line.line)}`, line);
  }
  return [...seen.values()];
}

function lineOf(place: Place, moduleAt: ModuleAt): SourceLine {
  const module = moduleAt(place.file);
  return { file: place.file, line: place.line ?? (module === undefined ? 1 : positionOf(module, place.offset).line) };
}
