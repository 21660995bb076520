import type { Evaluator } from "../evaluate/evaluator.ts";
import { SITE_STEPS } from "../evaluate/evaluator.ts";
import { parameterCalls } from "../evaluate/call.ts";
import type { Call as CallNode, FunctionId } from "../facts/language.ts";
import type { FileAccess } from "../files.ts";
import { PLATFORM_OBJECTS } from "../models/network-calls.ts";
import { callbackCallers } from "../program/callers.ts";
import type { Caller, Callers } from "../program/callers.ts";
import { callableNames } from "../program/callable-names.ts";
import { expand } from "../program/expand.ts";
import type { Module } from "../program/module.ts";
import { createModuleStore } from "../program/module-store.ts";
import { entriesOf, linkFile } from "../program/program.ts";
import type { FileProgram } from "../program/program.ts";
import { leadsToNetwork, traitReader } from "../program/relevance.ts";
import type { TextTraits } from "../program/relevance.ts";
import { urlSpan } from "../program/sinks.ts";
import type { Sink } from "../program/sinks.ts";
import { createWrappers } from "../program/wrappers.ts";
import type { Wrappers, WayToNetwork } from "../program/wrappers.ts";
import { findProjectRoot } from "../project/layout.ts";
import { openProject } from "../project/project.ts";
import type { Project } from "../project/project.ts";
import type { Hole } from "../values/pattern.ts";
import { originOf } from "../values/origin.ts";
import type { ElementOf, FunctionElement, Thunk, Value } from "../values/value.ts";
import { functionElement, instance, parameterPrefix, unknown } from "../values/value.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Analyzer, AnalyzerSettings, FileAnalysis, FileCall, FileUrlValue } from "./file-analysis.ts";
import { positionOf } from "./positions.ts";
import { describeValues } from "./url-values.ts";
import type { UrlValue } from "./url-values.ts";

const NOTHING_THERE: FileAnalysis = { calls: [], vendored: false, skipped: undefined };
/** What was asked of the disk within this time (milliseconds) is not asked again. */
const FRESH = 50;
/** Projects that a process keeps open. */
const MAX_PROJECTS = 64;

/**
 * The analysis for a linter. `now` gives milliseconds: within a fraction of a second the disk is taken to be unchanged,
 * so that a run over many files asks each question once.
 */
export function createAnalyzer(disk: FileAccess, now: () => number = Date.now): Analyzer {
  const moment = createMoment(disk, now);
  const { files } = moment;
  const store = createModuleStore(files);
  const projects = new Map<string, { readonly project: Project; checked: number }>();
  const roots = new Map<string, string>();

  function projectOf(path: string, settings: AnalyzerSettings): Project {
    const folder = path.slice(0, path.lastIndexOf("/"));
    let root = settings.root ?? roots.get(folder);
    if (root === undefined) roots.set(folder, (root = findProjectRoot(path, files)));
    const key = `${root}\n${JSON.stringify([settings.alias, settings.defines])}`;
    const known = projects.get(key);
    const time = now();
    if (known !== undefined) {
      if (Math.abs(time - known.checked) >= FRESH) {
        known.checked = time;
        known.project.refresh();
      }
      return known.project;
    }
    if (projects.size >= MAX_PROJECTS) projects.clear();
    const project = openProject(root, files, settings);
    projects.set(key, { project, checked: time });
    return project;
  }

  /** By settings, then by file and its version: what texts show without being parsed. */
  const traitReaders = new Map<string, TraitCache>();

  function traitsFor(settings: AnalyzerSettings): TraitCache {
    const key = JSON.stringify([settings.globals, settings.helpers]);
    const known = traitReaders.get(key);
    if (known !== undefined) return known;
    const made = traitCache(files, traitReader(settings.globals ?? PLATFORM_OBJECTS, settings.helpers ?? []));
    traitReaders.set(key, made);
    return made;
  }

  return {
    file(path, text, settings = {}) {
      const normal = path.replaceAll("\\", "/");
      moment.pass();
      const project = projectOf(normal, settings);
      const traits = traitsFor(settings);
      const entries = entriesOf(project, files);
      const own = traits.of(text);
      const leads = (one: string): boolean => moment.remember(`${project.root} ${one}`, () => leadsToNetwork(project, one, traits.at, entries));
      if (!own.namesNetwork && !leadsToNetwork(project, normal, (one) => (one === normal ? own : traits.at(one)), entries)) {
        return project.isVendored(normal) ? { ...NOTHING_THERE, vendored: true } : NOTHING_THERE;
      }
      if (project.isVendored(normal) || normal.endsWith(".d.ts")) return { ...NOTHING_THERE, vendored: project.isVendored(normal) };
      const loaded = store.load(normal, false, text);
      if (loaded.kind === "skipped") return { ...NOTHING_THERE, skipped: { reason: loaded.reason, detail: loaded.detail } };
      if (loaded.module.vendored) return { ...NOTHING_THERE, vendored: true };
      store.trim();
      const isRelevant = (one: string): boolean => traits.at(one).setsShared || leads(one);
      return analyzeModule(loaded.module, text, project, files, store, settings, isRelevant);
    },
  };
}

/** A stretch of time in which the disk is taken to stand still. */
interface Moment {
  readonly files: FileAccess;
  /** Begins a new moment if the last one is over. */
  pass(): void;
  /** The answer to a question about the disk, asked once a moment. */
  remember(question: string, ask: () => boolean): boolean;
}

function createMoment(disk: FileAccess, now: () => number): Moment {
  const versions = new Map<string, string | undefined>();
  const answers = new Map<string, boolean>();
  let began = Number.NEGATIVE_INFINITY;
  return {
    files: {
      read: (path) => disk.read(path),
      list: (folder) => disk.list(folder),
      version(path) {
        if (versions.has(path)) return versions.get(path);
        const version = disk.version(path);
        versions.set(path, version);
        return version;
      },
    },
    pass() {
      const time = now();
      if (Math.abs(time - began) < FRESH) return;
      began = time;
      versions.clear();
      answers.clear();
    },
    remember(question, ask) {
      const known = answers.get(question);
      if (known !== undefined) return known;
      const answer = ask();
      answers.set(question, answer);
      return answer;
    },
  };
}

interface TraitCache {
  of(text: string): TextTraits;
  at(path: string): TextTraits;
}

/** Files whose traits are kept. */
const MAX_TRAITS = 20_000;

function traitCache(files: FileAccess, read: (text: string) => TextTraits): TraitCache {
  const kept = new Map<string, { readonly version: string | undefined; readonly traits: TextTraits }>();
  return {
    of: read,
    at: (path) => {
      const version = files.version(path);
      const known = kept.get(path);
      if (known?.version === version && known !== undefined) return known.traits;
      if (kept.size >= MAX_TRAITS) kept.clear();
      const traits = read(files.read(path) ?? "");
      kept.set(path, { version, traits });
      return traits;
    },
  };
}

function analyzeModule(
  module: Module,
  text: string,
  project: Project,
  files: FileAccess,
  store: ReturnType<typeof createModuleStore>,
  settings: AnalyzerSettings,
  isRelevant: (path: string) => boolean,
): FileAnalysis {
  const program = linkFile(project, files, store, module, new Set(settings.globals ?? PLATFORM_OBJECTS), isRelevant);
  const ev = program.evaluator;
  const wrappers = createWrappers(ev, callableNames(program.modules), settings.helpers ?? [], (one) => program.reachesNetwork(one));
  const callers = localCallers(ev);
  const calls: FileCall[] = [];
  for (const fn of module.facts.functions) {
    const frame = ev.frames.open(module, fn.id);
    for (const id of fn.calls) {
      const node = module.facts.nodes[id];
      if (node?.kind !== "call") continue;
      const call = { module, node: id, frame };
      const { sink, functions } = wrappers.calleesOf(call);
      if (sink !== undefined) calls.push(networkCall(ev, callers, call, node, sink, text, program));
      else calls.push(...wrapperCalls(ev, wrappers, callers, call, node, functions, text, program));
    }
  }
  return { calls, vendored: false, skipped: undefined };
}

/**
 * Within one file callbacks are bound to those who call them, and methods to the instances that the class's own module
 * makes. Who else calls a function is judged at that call.
 */
function localCallers(ev: Evaluator): Callers {
  return {
    isWhole: false,
    isUncalled: () => false,
    callersOf: (module, id) => [
      ...callbackCallers(ev, module, id, (callee, fn, index, path) => callsOfParameter(ev, callee, fn, index, path)),
      ...instancesOf(ev, module, id),
    ],
  };
}

function callsOfParameter(ev: Evaluator, module: Module, id: FunctionId, index: number, path: readonly string[]): readonly Thunk[] {
  if (path.length > 0) return [];
  const calls = parameterCalls(module).get(`${String(id)}:${String(index)}`) ?? [];
  return calls.map((node) => ({ module, node, frame: ev.frames.open(module, module.facts.owners[node] ?? 0) }));
}

function instancesOf(ev: Evaluator, module: Module, id: FunctionId): Caller[] {
  const { functions, classes, nodes } = module.facts;
  const home = functions[id]?.home;
  if (home?.kind !== "class" || home.isStatic || classes[home.class]?.constructorFunction === id) return [];
  const found: Caller[] = [];
  for (const fn of functions) {
    for (const call of fn.calls) {
      const node = nodes[call];
      if (node?.kind !== "call" || !node.isNew) continue;
      const frame = ev.frames.open(module, fn.id);
      for (const element of ev.value(module, node.callee, frame)) {
        if (element.kind !== "class" || element.module !== module || element.class !== home.class) continue;
        const self = instance(element, { module, node: call, frame });
        found.push({ callee: functionElement(module, id, element.frame, self), arguments: { kind: "open", settled: true } });
      }
    }
  }
  return found;
}

function networkCall(ev: Evaluator, callers: Callers, call: Thunk, node: CallNode, sink: Sink, text: string, program: Pick<FileProgram, "modules">): FileCall {
  const value = expand(ev, callers, call.frame, (frame) => sink.url({ ...call, frame }));
  const described = describeOwn(value, program, call.frame);
  return {
    kind: "network",
    call: sink.call,
    callee: sink.callee,
    span: { start: node.start, end: node.end },
    urlSpan: urlSpan(call.module, node, sink.argument, sink.key === undefined ? [] : [sink.key]),
    values: described.values.map((one) => withLiteral(one, call.module, text)),
    dynamic: described.dynamic,
    sink: undefined,
  };
}

/**
 * What the file itself decides: what callers hand to the functions around the call is judged where they do it. Without
 * `frame` every parameter counts as one of those.
 */
function describeOwn(value: Value, program: Pick<FileProgram, "modules">, frame: Frame | undefined): { values: readonly UrlValue[]; dynamic: boolean } {
  const isHandedIn = (key: string): boolean => frame === undefined || isOfFrame(frame, key);
  const own = value.flatMap((element): Value => {
    if (element.kind === "parameter") return isHandedIn(element.key) ? [] : [unknown("callback")];
    if (element.kind !== "string") return [element];
    const hole = originHole(element);
    return hole?.parameter !== undefined && isHandedIn(hole.parameter.key) ? [] : [element];
  });
  if (own.length === 0) return { values: [], dynamic: value.length === 0 };
  const { values, dynamic } = describeValues(own, program.modules);
  return { values, dynamic };
}

/** The first hole in a pattern whose scheme or authority it leaves open. */
function originHole(element: ElementOf<"string">): Hole | undefined {
  const origin = originOf(element.pattern);
  return origin.kind === "unknown" || origin.kind === "partial" ? origin.holes[0] : undefined;
}

/** Whether a parameter's key belongs to one of the functions around the call. */
function isOfFrame(frame: Frame, key: string): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (key.startsWith(parameterPrefix(at))) return true;
  }
  return false;
}

function wrapperCalls(
  ev: Evaluator,
  wrappers: Wrappers,
  callers: Callers,
  call: Thunk,
  node: CallNode,
  functions: readonly FunctionElement[],
  text: string,
  program: Pick<FileProgram, "modules">,
): FileCall[] {
  const bySink = new Map<string, FileCall>();
  for (const callee of functions) {
    for (const way of wrappers.waysFrom(callee.module, callee.function)) {
      const found = alongWay(ev, wrappers, callers, call, callee, way, program);
      if (found === undefined) continue;
      const key = `${String(way.sinkCall.module.id)}:${String(way.sinkCall.node)}`;
      if (bySink.has(key)) continue;
      const sinkNode = way.sinkCall.module.facts.nodes[way.sinkCall.node];
      const start = sinkNode?.kind === "call" ? sinkNode.start : 0;
      bySink.set(key, {
        kind: "wrapper",
        call: way.sink.call,
        callee: nameOf(call.module, node, callee),
        span: { start: node.start, end: node.end },
        urlSpan: found.parameter === undefined ? { start: node.start, end: node.end } : urlSpan(call.module, node, found.parameter.index, found.parameter.path),
        values: found.values.map((one) => withLiteral(one, call.module, text)),
        dynamic: found.dynamic,
        sink: { file: way.sinkCall.module.path, line: positionOf(way.sinkCall.module, start).line },
      });
    }
  }
  return [...bySink.values()];
}

/** What a call of a wrapper adds to what the wrapper sends whoever calls it. */
function alongWay(
  ev: Evaluator,
  wrappers: Wrappers,
  callers: Callers,
  call: Thunk,
  callee: FunctionElement,
  way: WayToNetwork,
  program: Pick<FileProgram, "modules">,
): { values: readonly UrlValue[]; dynamic: boolean; parameter: { index: number; path: readonly string[] } | undefined } | undefined {
  const open = ev.frames.open(callee.module, callee.function);
  const openEnd = wrappers.urlAlong(way, open);
  if (openEnd === undefined) return undefined;
  const usual = expand(ev, callers, openEnd.frame, openEnd.value);
  const parameter = parameterIn(usual, callee);
  // Whoever hands in nothing that the URL is made of adds nothing to what is reported in the wrapper.
  if (parameter === undefined && callee.self?.kind !== "instance" && !isBound(callee.frame)) return undefined;
  const bound = ev.frames.make(callee.module, callee.function, callee.frame, { kind: "call", call, skip: 0 }, callee.self);
  const end = wrappers.urlAlong(way, bound);
  if (end === undefined) return undefined;
  const { answer } = ev.ask(() => end.value(end.frame), SITE_STEPS);
  const own = describeOwn(answer, program, call.frame);
  const before = new Set(describeOwn(usual, program, undefined).values.map(sameness));
  const values = own.values.filter((one) => !before.has(sameness(one)));
  if (values.length === 0) return undefined;
  return { values, dynamic: values.some((one) => one.origin.kind === "unknown" || one.origin.kind === "partial"), parameter };
}

/** Whether a closure was made by a call whose arguments it keeps. */
function isBound(frame: Frame): boolean {
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) if (at.arguments.kind !== "open") return true;
  return false;
}

/** Values that a report would say the same about. */
function sameness(value: UrlValue): string {
  const { origin } = value;
  switch (origin.kind) {
    case "known":
      return origin.origin;
    case "partial":
      return `${origin.scheme}://${origin.authority}`;
    case "relative":
      return "relative";
    case "unknown":
      return "unknown";
  }
}

/** The wrapper's parameter that the URL is made of. */
function parameterIn(value: Value, callee: FunctionElement): { index: number; path: readonly string[] } | undefined {
  const prefix = parameterPrefix(callee);
  for (const element of value) {
    if (element.kind === "parameter" && element.key.startsWith(prefix)) return element;
    if (element.kind !== "string") continue;
    for (const part of element.pattern) {
      const parameter = part.kind === "hole" ? part.hole.parameter : undefined;
      if (parameter?.key.startsWith(prefix) === true) return parameter;
    }
  }
  return undefined;
}

/** The wrapper's name at its call; where it is called by a local name, the one that it was written with. */
function nameOf(module: Module, node: CallNode, called: FunctionElement): string {
  const callee = module.facts.nodes[node.callee];
  const key = callee?.kind === "member" ? module.facts.nodes[callee.key] : undefined;
  if (key?.kind === "text") return key.value;
  if (callee?.kind === "imported" && callee.name !== "default") return callee.name;
  return called.module.facts.functions[called.function]?.name ?? "";
}

/** The literal of this file that the origin begins with, if there is one. */
function withLiteral(value: UrlValue, module: Module, text: string): FileUrlValue {
  const place = value.origin.kind === "unknown" ? undefined : value.origin.from[0];
  if (place?.file !== module.path) return { ...value, literal: undefined };
  const node = module.facts.nodes.find((one) => one.kind === "text" && one.at === place.offset);
  if (node?.kind !== "text") return { ...value, literal: undefined };
  const start = /["'`]/.test(text[place.offset] ?? "") ? place.offset + 1 : place.offset;
  const end = start + node.value.length;
  return { ...value, literal: text.slice(start, end) === node.value ? { start, end, text: node.value } : undefined };
}

