import type { Evaluator } from "../evaluate/evaluator.ts";
import { callbacksOnly } from "../evaluate/callbacks.ts";
import type { FunctionId } from "../facts/language.ts";
import type { Caller, Callers } from "../program/callers.ts";
import { callableNames } from "../program/callable-names.ts";
import type { Module } from "../program/module.ts";
import type { FileProgram } from "../program/file-programs.ts";
import { isBuilt } from "../program/built-path.ts";
import { createWrappers } from "../program/wrappers.ts";
import { functionElement, instance } from "../values/value.ts";
import { mayUseSdk } from "../models/js-sdk.ts";
import { webRegions } from "../source/conditional-compilation.ts";
import { networkCall, wrapperCalls } from "./file-calls.ts";
import type { SentCalls } from "./file-calls.ts";
import { mayLoadFault } from "../models/loading-elements.ts";
import { jsxElements, markupElements } from "./file-elements.ts";
import type { FileElements } from "./file-elements.ts";
import { redirectCalls } from "./file-page.ts";
import { sdkConfigs } from "./sdk-config.ts";
import type { FileAnalysis, FileCall, HelperSetting } from "./file-analysis.ts";

export interface ModuleAnalysis {
  readonly analysis: FileAnalysis;
  /** Whether a file that imports this one may decide where a call in it goes. */
  readonly isOpen: boolean;
}

/** Asks about a text of the module as another build sees it; undefined if that is no program. */
export type AskVariant = <T>(text: string, question: (module: Module, program: FileProgram) => T) => T | undefined;

/** The calls and elements of one module, with what the modules of its program say. */
export function analyzeModule(
  module: Module,
  text: string,
  program: FileProgram,
  helpers: readonly HelperSetting[],
  askVariant: AskVariant,
): ModuleAnalysis {
  const { calls, isOpen } = callsOf(module, text, program, helpers);
  // Nearly every component shows images; a template costs as much to read as its script.
  const inMarkup = mayLoadFault(text) ? markupElements(module.path, text, (read) => read({ program, owner: module })) : NO_ELEMENTS;
  const inCode = jsxElements(program, localCallers(program.evaluator), module, text);
  const page = mayUseSdk(text) ? analyzePage(module, text, { program, calls }, helpers, askVariant) : undefined;
  const own = page === undefined ? calls : calls.filter(({ call }) => call !== "share-link");
  return {
    isOpen,
    analysis: {
      calls: [...own, ...inMarkup.calls, ...inCode.calls, ...(page?.calls ?? [])],
      loads: [...inMarkup.loads, ...inCode.loads],
      sdkConfigs: page?.sdkConfigs ?? [],
      vendored: false,
      skipped: undefined,
    },
  };
}

/** What a file does as a page of WeChat's browser: in uni-app, what its build for browsers leaves of it. */
function analyzePage(
  module: Module,
  text: string,
  own: { readonly program: FileProgram; readonly calls: readonly FileCall[] },
  helpers: readonly HelperSetting[],
  askVariant: AskVariant,
): PageAnalysis {
  const page = webRegions(text);
  const other = page === text ? undefined : askVariant(page, (variant, program) => pageOf(variant, page, program, callsOf(variant, page, program, helpers).calls));
  return other ?? pageOf(module, page, own.program, own.calls);
}

type PageAnalysis = Pick<FileAnalysis, "calls" | "sdkConfigs">;

function pageOf(module: Module, text: string, program: FileProgram, calls: readonly FileCall[]): PageAnalysis {
  return {
    calls: [...calls.filter(({ call }) => call === "share-link"), ...redirectCalls(program.evaluator, module, text, program)],
    sdkConfigs: sdkConfigs(program.evaluator, module),
  };
}

function callsOf(module: Module, text: string, program: FileProgram, helpers: readonly HelperSetting[]): SentCalls {
  const ev = program.evaluator;
  const wrappers = createWrappers(ev, callableNames(program.modules), helpers, program);
  const callers = localCallers(ev);
  const calls: FileCall[] = [];
  let isOpen = false;
  for (const fn of module.facts.functions) {
    const frame = ev.frames.open(module, fn.id);
    for (const id of fn.calls) {
      const node = module.facts.nodes[id];
      if (node?.kind !== "call") continue;
      const call = { module, node: id, frame };
      const { sink, functions } = wrappers.calleesOf(call);
      const found =
        sink === undefined ? wrapperCalls(ev, wrappers, callers, call, node, functions, text, program) : networkCall(ev, callers, call, node, sink, text, program);
      if (found.calls.length > 0 && !isBuilt(ev, call, node)) continue;
      calls.push(...found.calls);
      // A class may be extended, and what its methods read replaced.
      isOpen ||= found.isOpen || (found.calls.length > 0 && isInClass(module, fn.id));
    }
  }
  return { calls, isOpen };
}

const NO_ELEMENTS: FileElements = { calls: [], loads: [] };

function isInClass(module: Module, id: FunctionId): boolean {
  const { functions } = module.facts;
  for (let at = id; ; ) {
    const fn = functions[at];
    if (fn?.home?.kind === "class") return true;
    if (fn === undefined || fn.parent === at) return false;
    at = fn.parent;
  }
}

/**
 * Within one file callbacks are bound to those who call them, and methods to the instances that the class's own module
 * makes. Who else calls a function is judged at that call.
 */
function localCallers(ev: Evaluator): Callers {
  const callbacks = callbacksOnly(ev);
  return { ...callbacks, callersOf: (module, id) => [...callbacks.callersOf(module, id), ...instancesOf(ev, module, id)] };
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
