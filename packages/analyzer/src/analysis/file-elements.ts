import { attributeReader } from "../markup/element-values.ts";
import { codeOf } from "../markup/expression.ts";
import { loadsOf, markupOf, type MarkupLoad } from "../markup/loads.ts";
import { loadingElement, mayLoad, type LoadingElement } from "../models/loading-elements.ts";
import type { Callers } from "../program/callers.ts";
import { expand } from "../program/expand.ts";
import type { Module } from "../program/module.ts";
import type { Program } from "../program/program.ts";
import type { Span } from "../source/blank.ts";
import { originOf } from "../values/origin.ts";
import { textPattern } from "../values/pattern.ts";
import type { Value } from "../values/value.ts";
import { unknown } from "../values/value.ts";
import type { FileCall, FileLoad, FileUrlValue } from "./file-analysis.ts";
import { withLiteral } from "./file-calls.ts";
import { lineAt } from "./positions.ts";
import { describeValues } from "./url-values.ts";
import type { ModuleAt } from "./url-values.ts";

/** What the elements of a file load: those bound to a list are calls, the others are loads. */
export interface FileElements {
  readonly calls: readonly FileCall[];
  readonly loads: readonly FileLoad[];
}

/** The program behind a file of markup. `owner` is the module of its component. */
export interface MarkupProgram {
  readonly program: Pick<Program, "evaluator" | "moduleAt">;
  readonly owner: Module | undefined;
}

interface Loaded {
  readonly element: LoadingElement & { readonly name: string };
  readonly attribute: string;
  readonly span: Span;
  readonly urlSpan: Span;
  readonly values: readonly FileUrlValue[];
  readonly dynamic: boolean;
}

/** The elements of WXML, or of a single-file component's template. `ask` opens the program behind it, if an attribute is code. */
export function markupElements(path: string, text: string, ask: (question: (opened: MarkupProgram) => FileElements) => FileElements): FileElements {
  const markup = mayLoad(text) ? markupOf(path, text) : undefined;
  if (markup === undefined) return { calls: [], loads: [] };
  const loads = loadsOf(markup.document, markup.dialect).flatMap((load) => {
    const code = codeOf(load.attribute);
    return code === undefined ? [] : [{ load, code }];
  });
  const read = (opened?: MarkupProgram): FileElements => {
    const readCode = opened === undefined ? undefined : attributeReader(opened.program.evaluator, path, opened.owner);
    return sorted(
      loads.flatMap(({ load, code }): Loaded[] => {
        const place = { element: load.element, attribute: load.attribute.name.replace(/^(?:v-bind)?:/, ""), span: load.span, urlSpan: valueSpan(load) };
        if (code.kind === "text") return [{ ...place, values: [writtenValue(path, text, code)], dynamic: false }];
        const found = readCode?.(load);
        return opened === undefined || found === undefined ? [] : [{ ...place, ...describe(found.value, opened.program.moduleAt, found.module, path, text) }];
      }),
    );
  };
  return loads.some(({ code }) => code.kind === "code") ? ask(read) : read();
}

/** The elements of JSX. */
export function jsxElements(program: MarkupProgram["program"], callers: Callers, module: Module, text: string): FileElements {
  const ev = program.evaluator;
  const loaded = module.facts.elements.flatMap(({ name, attributes, function: owner, start, end }): Loaded[] => {
    const element = loadingElement(name);
    const loading = attributes.filter((attribute) => element?.attributes.includes(attribute.name) === true);
    return loading.flatMap((attribute): Loaded[] => {
      if (element === undefined) return [];
      const value = expand(ev, callers, ev.frames.open(module, owner), (frame) => ev.value(module, attribute.value, frame));
      const urlSpan = { start: attribute.start, end: attribute.end };
      return [{ element, attribute: attribute.name, span: { start, end }, urlSpan, ...describe(value, program.moduleAt, module, module.path, text) }];
    });
  });
  return sorted(loaded);
}

function sorted(loaded: readonly Loaded[]): FileElements {
  const calls: FileCall[] = [];
  const loads: FileLoad[] = [];
  for (const { element, attribute, span, urlSpan, values, dynamic } of loaded) {
    if (element.binding === "web-view") calls.push({ kind: "element", call: "web-view", callee: `<${element.name}>`, span, urlSpan, values, dynamic, sink: undefined, options: [] });
    else loads.push({ element: element.name, attribute, transport: element.transport, span, urlSpan, values });
  }
  return { calls, loads };
}

/**
 * `written` is the module of the attribute's code, which is no part of the program. What a component is handed in is decided by whoever uses it, which no call in this file is.
 */
function describe(value: Value, moduleAt: ModuleAt, written: Module, path: string, text: string): Pick<Loaded, "values" | "dynamic"> {
  const known = value.map((element) => (element.kind === "parameter" ? unknown("component-property") : element));
  const described = describeValues(known, (file) => moduleAt(file) ?? (file === written.path ? written : undefined));
  const own = [written, moduleAt(path)].filter((module) => module?.path === path);
  return { dynamic: described.dynamic, values: described.values.map((one) => withLiteral(one, own, text)) };
}

/** The value with its quotes, like the argument of a call. */
function valueSpan({ attribute }: MarkupLoad): Span {
  const { value } = attribute;
  return value === undefined ? attribute : { start: value.end === attribute.end ? value.start : value.start - 1, end: attribute.end };
}

function writtenValue(path: string, text: string, code: { readonly text: string; readonly start: number }): FileUrlValue {
  // A blank before or behind is no part of a URL that an element loads.
  const start = code.start + code.text.length - code.text.trimStart().length;
  const written = code.text.trim();
  const parts = textPattern(written, [{ file: path, offset: start }]);
  return { pattern: written, parts, origin: originOf(parts), from: [{ file: path, line: lineAt(text, start) }], literal: { start, end: start + written.length, text: written } };
}
