import type { BoundHit } from "../bounds.ts";
import { withBounds } from "../bounds.ts";
import type { FileAccess } from "../files.ts";
import { mayUseSdk } from "../models/js-sdk.ts";
import { PLATFORM_OBJECTS } from "../models/network-calls.ts";
import { findProjects } from "../project/find-projects.ts";
import { SOURCE_EXTENSION } from "../project/module-extensions.ts";
import type { Project } from "../project/project.ts";
import { indexCalls, type CallIndex } from "../program/callers.ts";
import { createModuleStore, type ModuleStore } from "../program/module-store.ts";
import { readOnce, relevantFiles, traitReader } from "../program/relevance.ts";
import { linkProgram, type WholeProgram } from "../program/program.ts";
import { findSites, type Site } from "../program/sites.ts";
import { formatPattern, type Place } from "../values/pattern.ts";
import { patternOf } from "../values/value.ts";
import { webRegions } from "../source/conditional-compilation.ts";
import { describeValues, linesOf, type SourceLine } from "./url-values.ts";
import { isPageAddress } from "./file-page.ts";
import type { AnalyzerSettings } from "./file-analysis.ts";
import type { ModuleAt, UrlValue } from "./url-values.ts";
import { positionIn, positionOf } from "./positions.ts";
import { mayOpenPage, openedPages, type OpenedPage } from "./scan-pages.ts";
import { redirectPages } from "./scan-redirects.ts";
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
  /** The program's own code decides the origin: always so in a call of its own, in third-party code where the text is handed in. */
  readonly isOwn: boolean;
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
  const traits = traitReader(settings.globals ?? PLATFORM_OBJECTS, settings.helpers ?? []);
  const platformObjects = new Set(settings.globals ?? PLATFORM_OBJECTS);
  const inside = `${folder.replace(/\/+$/, "")}/`;
  // A package of the workspace that lies beside the folder is the app's own code: without it, lists would seem unused.
  const isBeside = (path: string): boolean => !path.startsWith(inside) && !path.includes("/node_modules/") && SOURCE_EXTENSION.test(path);
  const weChat = buildOf(files);
  const web = buildOf({ ...files, read: (path) => mapText(files.read(path), webRegions) }, weChat.store);

  /** An app as one build has it. `saw` is told the text of each file. */
  function linkApp(project: Project, { texts, store }: Build, saw: (path: string, text: string | undefined) => void): App {
    const own = new Set(project.sourceFiles());
    // What such a page assigns to the URL is found only in a linked module.
    const opening: string[] = [];
    const relevant = relevantFiles(project, [...own], (path) => {
      const text = texts.read(path);
      saw(path, text);
      if (!project.isVendored(path) && mayOpenPage(path, text ?? "", texts)) opening.push(path);
      return traits(text ?? "");
    }, isBeside);
    const program = linkProgram(project, texts, store, [...new Set([...relevant, ...opening])], platformObjects);
    const { evaluator, modules } = program;
    const index = indexCalls(evaluator, modules);
    evaluator.know(index);
    return { program, index, isOwn: (path) => own.has(path) || isBeside(path) };
  }

  /** What the modules of an app send by the calls that are sought. */
  function callsOf({ program, index, isOwn }: App, isSought: (call: Call) => boolean): ScannedCall[] {
    const sites = findSites(program.evaluator, index, program.modules, settings.helpers ?? [], isSought).filter(({ module }) => isOwn(module.path));
    // A page that shares its own address shares no other.
    return sites.filter(({ call, values }) => !isShare(call) || !values.every(isPageAddress)).map((site) => scanned(site, program.moduleAt));
  }

  for (const project of findProjects(folder, files, settings)) {
    /** Files that a build for browsers makes pages of WeChat's browser from, other than the build for WeChat. */
    const otherPages: string[] = [];
    const app = linkApp(project, weChat, (path, text) => {
      if (text === undefined) skipped.push({ file: path, reason: `unreadable: ${path}` });
      else if (mayUseSdk(text) && webRegions(text) !== text) otherPages.push(path);
    });
    const pageBuild = otherPages.length > 0 ? web : weChat;
    const pageApp = otherPages.length > 0 ? linkApp(project, web, () => undefined) : app;
    const sent = pageApp === app ? callsOf(app, () => true) : [...callsOf(app, (call) => !isShare(call)), ...callsOf(pageApp, isShare)];
    calls.push(
      ...sent,
      ...openedPages(project, weChat.texts, weChat.store, app.program, app.index).map(scannedPage),
      ...redirectPages(project, pageBuild.texts, pageBuild.store, pageApp.program).map(scannedPage),
    );
    for (const [path, { reason, detail }] of app.program.skipped) skipped.push({ file: path, reason: `${reason}: ${detail}` });
  }
  return { calls, skipped };
}

/** What a build leaves of each file. */
interface Build {
  readonly texts: FileAccess;
  readonly store: ModuleStore;
}

interface App {
  readonly program: WholeProgram;
  readonly index: CallIndex;
  /** Whether a file is the app's, or of a package of the workspace that lies beside it. */
  readonly isOwn: (path: string) => boolean;
}

/** What a page hands to whoever it is shared with. */
function isShare(call: Call): boolean {
  return call === "share-link";
}

/** `other`: the store of another build of the same files. */
function buildOf(files: FileAccess, other?: ModuleStore): Build {
  const texts = readOnce(files);
  return { texts, store: createModuleStore(texts, "read", other) };
}

function mapText(text: string | undefined, change: (text: string) => string): string | undefined {
  return text === undefined ? undefined : change(text);
}

function scanned({ module, start, callee, call, values, callers }: Site, moduleAt: ModuleAt): ScannedCall {
  const described = describeValues(values, moduleAt);
  const ways = new Map<string, readonly Place[]>();
  for (const element of values) ways.set(formatPattern(patternOf(element)), callers.get(element.key) ?? []);
  return {
    file: module.path,
    ...positionOf(module, start),
    callee,
    call,
    ...described,
    values: described.values.map((value) => ({
      ...value,
      via: linesOf(ways.get(value.pattern) ?? [], moduleAt),
      isOwn: !module.vendored || value.from.some(({ file }) => moduleAt(file)?.vendored !== true),
    })),
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
    values: values.map((value) => ({ ...value, via: [], isOwn: true })),
    vendored: false,
  };
}
