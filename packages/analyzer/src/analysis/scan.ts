import type { BoundHit } from "../bounds.ts";
import { withBounds } from "../bounds.ts";
import type { FileAccess } from "../files.ts";
import { PLATFORM_OBJECTS } from "../models/network-calls.ts";
import { findProjects } from "../project/find-projects.ts";
import { SOURCE_EXTENSION } from "../project/module-extensions.ts";
import { indexCalls } from "../program/callers.ts";
import type { Module } from "../program/module.ts";
import { createModuleStore } from "../program/module-store.ts";
import { readOnce, relevantFiles, traitReader } from "../program/relevance.ts";
import { linkProgram } from "../program/program.ts";
import { findSites, type Site } from "../program/sites.ts";
import { formatPattern, type Place } from "../values/pattern.ts";
import { patternOf } from "../values/value.ts";
import { describeValues, linesOf, type SourceLine } from "./url-values.ts";
import { isPageAddress } from "./file-page.ts";
import type { AnalyzerSettings } from "./file-analysis.ts";
import type { UrlValue } from "./url-values.ts";
import { positionIn, positionOf } from "./positions.ts";
import { openedPages, type OpenedPage } from "./scan-pages.ts";
import type { Call } from "@wx-domain/core";

export type ScanSettings = Omit<AnalyzerSettings, "root">;

/** One network call of a program with everything that can reach it. Paths are absolute. */
export interface ScannedCall {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly callee: string;
  readonly call: Call;
  readonly origins: readonly string[];
  readonly relative: boolean;
  readonly dynamic: boolean;
  readonly vendored: boolean;
  readonly values: readonly ScannedValue[];
}

export interface ScannedValue extends UrlValue {
  /** The calls by which it comes to this one, the nearest first; empty where no caller hands it in. */
  readonly via: readonly SourceLine[];
}

export interface Scan {
  readonly calls: readonly ScannedCall[];
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
  /** What bounded the answer: where it is incomplete. */
  readonly bounds: readonly BoundHit[];
}

/** Finds every network call below a folder. Each app in it is a program of its own. */
export function scan(folder: string, files: FileAccess, settings: ScanSettings = {}): Scan {
  const { result, hits } = withBounds(() => scanFolder(folder, files, settings));
  return { ...result, bounds: hits };
}

function scanFolder(folder: string, files: FileAccess, settings: ScanSettings): Omit<Scan, "bounds"> {
  const calls: ScannedCall[] = [];
  const skipped: { file: string; reason: string }[] = [];
  const texts = readOnce(files);
  const store = createModuleStore(texts);
  const traits = traitReader(settings.globals ?? PLATFORM_OBJECTS, settings.helpers ?? []);
  const platformObjects = new Set(settings.globals ?? PLATFORM_OBJECTS);
  const inside = `${folder.replace(/\/+$/, "")}/`;
  // A package of the workspace that lies beside the folder is the app's own code: without it, lists would seem unused.
  const isBeside = (path: string): boolean => !path.startsWith(inside) && !path.includes("/node_modules/") && SOURCE_EXTENSION.test(path);
  for (const project of findProjects(folder, files, settings)) {
    const own = new Set(project.sourceFiles());
    const paths = relevantFiles(project, [...own], (path) => {
      const text = texts.read(path);
      if (text === undefined) skipped.push({ file: path, reason: `unreadable: ${path}` });
      return traits(text ?? "");
    }, isBeside);
    const program = linkProgram(project, texts, store, paths, platformObjects);
    const { evaluator } = program;
    const modules = program.modules;
    const index = indexCalls(evaluator, modules);
    evaluator.know(index);
    for (const site of findSites(evaluator, index, modules, settings.helpers ?? [])) {
      // A page that shares its own address shares no other.
      const isOfPage = site.call === "share-link" && site.values.every(isPageAddress);
      if ((own.has(site.module.path) || isBeside(site.module.path)) && !isOfPage) calls.push(scanned(site, program.modules));
    }
    calls.push(...openedPages(project, texts, store, program, index).map(scannedPage));
    for (const { path, reason, detail } of program.skipped) skipped.push({ file: path, reason: `${reason}: ${detail}` });
  }
  return { calls, skipped };
}

function scanned({ module, start, callee, call, values, callers }: Site, modules: readonly Module[]): ScannedCall {
  const described = describeValues(values, modules);
  const byPath = new Map(modules.map((one) => [one.path, one]));
  const ways = new Map<string, readonly Place[]>();
  for (const element of values) ways.set(formatPattern(patternOf(element)), callers.get(element.key) ?? []);
  return {
    file: module.path,
    ...positionOf(module, start),
    callee,
    call,
    ...described,
    values: described.values.map((value) => ({ ...value, via: linesOf(ways.get(value.pattern) ?? [], byPath) })),
    vendored: module.vendored,
  };
}

function scannedPage({ file, text, call: { span, callee, call, values, dynamic } }: OpenedPage): ScannedCall {
  const origins = new Set(values.flatMap(({ origin }) => (origin.kind === "known" ? [origin.origin] : [])));
  return {
    file,
    ...positionIn(text, span.start),
    callee,
    call,
    origins: [...origins].sort(),
    relative: values.some(({ origin }) => origin.kind === "relative"),
    dynamic,
    values: values.map((value) => ({ ...value, via: [] })),
    vendored: false,
  };
}
