import type { Evaluator } from "../evaluate/evaluator.ts";
import { parameterCalls } from "../evaluate/call.ts";
import type { FunctionId } from "../facts/language.ts";
import type { FileAccess } from "../files.ts";
import { PLATFORM_OBJECTS } from "../models/network-calls.ts";
import { callbackCallers } from "../program/callers.ts";
import type { Caller, Callers } from "../program/callers.ts";
import { callableNames } from "../program/callable-names.ts";
import type { Module } from "../program/module.ts";
import { createModuleStore } from "../program/module-store.ts";
import type { ModuleStore } from "../program/module-store.ts";
import { entriesOf, linkFile } from "../program/program.ts";
import type { FileProgram } from "../program/program.ts";
import { leadsToNetwork, traitReader } from "../program/relevance.ts";
import { createWrappers } from "../program/wrappers.ts";
import { findProjectRoot } from "../project/layout.ts";
import { mayUseSdk } from "../models/js-sdk.ts";
import { mayLoad, mayLoadFault } from "../models/loading-elements.ts";
import { openProject } from "../project/project.ts";
import type { Project } from "../project/project.ts";
import { webRegions } from "../source/conditional-compilation.ts";
import type { Thunk } from "../values/value.ts";
import { functionElement, instance } from "../values/value.ts";
import { networkCall, wrapperCalls } from "./file-calls.ts";
import { jsxElements, markupElements } from "./file-elements.ts";
import { redirectCalls } from "./file-page.ts";
import { sdkConfigs } from "./sdk-config.ts";
import { createMoment } from "./moment.ts";
import { traitCache } from "./trait-cache.ts";
import type { TraitCache } from "./trait-cache.ts";
import type { Analyzer, AnalyzerSettings, FileAnalysis, FileCall } from "./file-analysis.ts";

const NOTHING_THERE: FileAnalysis = { calls: [], loads: [], sdkConfigs: [], vendored: false, skipped: undefined };
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
  const projects = new Map<string, { readonly project: Project; moment: number }>();
  const roots = new Map<string, string>();

  function projectOf(path: string, settings: AnalyzerSettings): Project {
    const folder = path.slice(0, path.lastIndexOf("/"));
    let root = settings.root ?? roots.get(folder);
    if (root === undefined) roots.set(folder, (root = findProjectRoot(path, files)));
    const key = `${root}\n${JSON.stringify([settings.alias, settings.defines])}`;
    const known = projects.get(key);
    if (known !== undefined) {
      if (known.moment !== moment.number) known.project.refresh();
      known.moment = moment.number;
      return known.project;
    }
    if (projects.size >= MAX_PROJECTS) projects.clear();
    const project = openProject(root, files, settings);
    projects.set(key, { project, moment: moment.number });
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
    file(path, text, settings = {}, tree?: unknown) {
      const normal = path.replaceAll("\\", "/");
      if (moment.pass()) roots.clear();
      const project = projectOf(normal, settings);
      const traits = traitsFor(settings);
      const entries = entriesOf(project, files);
      const own = traits.of(text);
      const leads = (one: string): boolean => moment.remember(`${project.root} ${one}`, () => leadsToNetwork(project, one, traits.at, entries));
      const isRelevant = (one: string): boolean => traits.at(one).setsShared || leads(one);
      if (normal.endsWith(".wxml")) return analyzeMarkup(normal, text, { project, files, store, settings, isRelevant });
      if (!own.namesNetwork && !mayLoadFault(text) && !mayUseSdk(text) && !leadsToNetwork(project, normal, (one) => (one === normal ? own : traits.at(one)), entries)) {
        return project.isVendored(normal) ? { ...NOTHING_THERE, vendored: true } : NOTHING_THERE;
      }
      if (project.isVendored(normal) || normal.endsWith(".d.ts")) return { ...NOTHING_THERE, vendored: project.isVendored(normal) };
      const loaded = store.load(normal, false, text, tree);
      if (loaded.kind === "skipped") return { ...NOTHING_THERE, skipped: { reason: loaded.reason, detail: loaded.detail } };
      if (loaded.module.vendored) return { ...NOTHING_THERE, vendored: true };
      store.trim();
      return analyzeModule(loaded.module, text, { project, files, store, settings, isRelevant });
    },
  };
}

/** What the analysis of one file needs of those around it. */
interface Surroundings {
  readonly project: Project;
  readonly files: FileAccess;
  readonly store: ModuleStore;
  readonly settings: AnalyzerSettings;
  readonly isRelevant: (path: string) => boolean;
}

function linked(module: Module | undefined, { project, files, store, settings, isRelevant }: Surroundings): FileProgram {
  return linkFile(project, files, store, module, new Set(settings.globals ?? PLATFORM_OBJECTS), isRelevant);
}

/** The elements of a WXML file, whose names are those of the page or component beside it. */
function analyzeMarkup(path: string, text: string, around: Surroundings): FileAnalysis {
  if (around.project.isVendored(path)) return { ...NOTHING_THERE, vendored: true };
  if (!mayLoad(text)) return NOTHING_THERE;
  const elements = markupElements(path, text, () => {
    const script = SCRIPTS.map((ending) => path.replace(/\.wxml$/, ending)).find((one) => around.files.version(one) !== undefined);
    const loaded = script === undefined ? undefined : around.store.load(script, false);
    const owner = loaded?.kind === "module" ? loaded.module : undefined;
    const program = linked(owner, around);
    around.store.trim();
    return { program, owner };
  });
  return { ...NOTHING_THERE, ...elements };
}

/** TypeScript first: where both lie, the other was made of it. */
const SCRIPTS = [".ts", ".js"] as const;

function analyzeModule(module: Module, text: string, around: Surroundings): FileAnalysis {
  const program = linked(module, around);
  const calls = callsOf(module, text, program, around.settings);
  const inMarkup = markupElements(module.path, text, () => ({ program, owner: module }));
  const inCode = jsxElements(program, localCallers(program.evaluator), module, text);
  const page = mayUseSdk(text) ? analyzePage(module, text, { program, calls }, around) : undefined;
  const own = page === undefined ? calls : calls.filter(({ call }) => call !== "share-link");
  return {
    calls: [...own, ...inMarkup.calls, ...inCode.calls, ...(page?.calls ?? [])],
    loads: [...inMarkup.loads, ...inCode.loads],
    sdkConfigs: page?.sdkConfigs ?? [],
    vendored: false,
    skipped: undefined,
  };
}

/** What a file does as a page of WeChat's browser: in uni-app, what its build for browsers leaves of it. */
function analyzePage(
  module: Module,
  text: string,
  own: { readonly program: FileProgram; readonly calls: readonly FileCall[] },
  around: Surroundings,
): Pick<FileAnalysis, "calls" | "sdkConfigs"> {
  const page = webRegions(text);
  const loaded = page === text ? undefined : around.store.load(module.path, false, page);
  const seen = loaded?.kind === "module" ? loaded.module : module;
  const program = seen === module ? own.program : linked(seen, around);
  const calls = seen === module ? own.calls : callsOf(seen, page, program, around.settings);
  return {
    calls: [...calls.filter(({ call }) => call === "share-link"), ...redirectCalls(program.evaluator, seen, page, program)],
    sdkConfigs: sdkConfigs(program.evaluator, seen),
  };
}

function callsOf(module: Module, text: string, program: FileProgram, settings: AnalyzerSettings): readonly FileCall[] {
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
  return calls;
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
