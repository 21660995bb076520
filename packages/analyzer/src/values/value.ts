import { BOUNDS } from "../bounds.ts";
import type { ClassId, FunctionId, NodeId, UnknownCause } from "../facts/language.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Module } from "../program/module.ts";
import type { Pattern, Place } from "./pattern.ts";
import { formatPattern, holePattern, textPattern } from "./pattern.ts";

/** An expression and where to evaluate it; nothing is computed before somebody asks. */
export interface Thunk {
  readonly module: Module;
  readonly node: NodeId;
  readonly frame: Frame;
}

/**
 * One thing that an expression may be. `key` tells equal ones apart from others: elements with one key mean the same.
 */
export type Element = { readonly key: string } & (
  | { readonly kind: "string"; readonly pattern: Pattern }
  | { readonly kind: "primitive"; readonly value: number | boolean | null | undefined }
  | { readonly kind: "regex"; readonly source: string; readonly flags: string }
  /** An object or array literal. */
  | ({ readonly kind: "literal" } & Thunk)
  /** An object after `base[property] = value`. */
  | { readonly kind: "assigned"; readonly base: Element; readonly property: string | null; readonly value: Thunk }
  | { readonly kind: "without"; readonly base: Element; readonly properties: readonly string[] }
  /** `Object.assign(a, b)`, `{...a, ...b}` made by a model: later ones win. */
  | { readonly kind: "merged"; readonly of: readonly Value[] }
  | { readonly kind: "list"; readonly items: readonly Value[] }
  /** An object that a model makes up. */
  | { readonly kind: "record"; readonly properties: ReadonlyMap<string, Value> }
  | { readonly kind: "function"; readonly module: Module; readonly function: FunctionId; readonly frame: Frame; readonly self: Element | undefined }
  | { readonly kind: "class"; readonly module: Module; readonly class: ClassId; readonly frame: Frame }
  | { readonly kind: "instance"; readonly of: ClassElement; readonly made: Thunk | undefined }
  | { readonly kind: "namespace"; readonly module: Module }
  /** `this` of a page, component or app: what its options hold, by the framework's rules. */
  | { readonly kind: "component"; readonly options: Element }
  /** A store of Vuex, or its getters. */
  | { readonly kind: "store"; readonly options: Element; readonly part: "store" | "getters" }
  /** Something of the platform or of a package, by its path: `wx.request`, `Taro`, `axios#default`. */
  | { readonly kind: "builtin"; readonly path: string }
  /** An HTTP client that a model made, with the configuration objects it was given. */
  | { readonly kind: "client"; readonly model: string; readonly config: Value; readonly made: Thunk }
  | { readonly kind: "client-method"; readonly client: Element; readonly method: string }
  /** What a caller hands in, where the caller is not known yet. */
  | { readonly kind: "parameter"; readonly module: Module; readonly function: FunctionId; readonly index: number; readonly path: readonly string[] }
  | { readonly kind: "unknown"; readonly cause: UnknownCause; readonly at: Place | undefined; readonly detail: string | undefined }
);

export type ElementOf<K extends Element["kind"]> = Extract<Element, { kind: K }>;
export type ClassElement = ElementOf<"class">;
export type FunctionElement = ElementOf<"function">;

/** A finite set; never reduced to one member, and no known member is dropped because another is unknown. */
export type Value = readonly Element[];

export const NOTHING: Value = [];

const MAX_MEMBERS = BOUNDS.members.limit;

/** A long key of nested elements becomes a short one: 53 bits of it tell any number that fits in memory apart. */
function short(key: string): string {
  if (key.length < 80) return key;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `#${(b >>> 0).toString(36)}${(a >>> 0).toString(36)}`;
}

export function thunkKey(thunk: Thunk): string {
  return `${String(thunk.module.id)}:${String(thunk.node)}:${String(thunk.frame.id)}`;
}

export function string(pattern: Pattern): Element {
  return { kind: "string", key: `s${formatPattern(pattern)}`, pattern };
}

export function text(value: string, from: readonly Place[] = []): Element {
  return { kind: "string", key: `s${value}`, pattern: textPattern(value, from) };
}

export function primitive(value: number | boolean | null | undefined): Element {
  return { kind: "primitive", key: `p${String(value)}`, value };
}

export const UNDEFINED = primitive(undefined);

export function unknown(cause: UnknownCause, at?: Place, detail?: string): Element {
  const where = at === undefined ? "" : `${at.file}:${String(at.offset)}`;
  return { kind: "unknown", key: `?${cause} ${where} ${detail ?? ""}`, cause, at, detail };
}

export function literal(thunk: Thunk): Element {
  return { kind: "literal", key: `o${thunkKey(thunk)}`, ...thunk };
}

export function assigned(base: Element, property: string | null, value: Thunk): Element {
  return { kind: "assigned", key: short(`a(${base.key} ${property ?? "*"} ${thunkKey(value)})`), base, property, value };
}

/** A function or a class stays what it is when something is assigned to its members; what an adapter or a base is assigned to does not. */
export function callable(element: Element): Element {
  const base = withoutAssignments(element);
  return base.kind === "function" || base.kind === "class" ? base : element;
}

/** What an object is before something is assigned to its members. */
export function withoutAssignments(element: Element): Element {
  let at = element;
  while (at.kind === "assigned") at = at.base;
  return at;
}

export function without(base: Element, properties: readonly string[]): Element {
  return { kind: "without", key: short(`w(${base.key} ${properties.join()})`), base, properties };
}

export function merged(of: readonly Value[]): Element {
  return { kind: "merged", key: short(`m(${of.map(valueKey).join()})`), of };
}

export function list(items: readonly Value[]): Element {
  return { kind: "list", key: short(`l(${items.map(valueKey).join()})`), items };
}

/** The name of a record that stands for what a call makes, once for each call; `kind` tells what that is. */
export function recordName(kind: string, call: Pick<Thunk, "module" | "node"> | undefined): string {
  return call === undefined ? kind : `o${String(call.module.id)}:${String(call.node)} ${kind}`;
}

export function record(name: string, properties: ReadonlyMap<string, Value>): Element {
  return { kind: "record", key: `r${name}`, properties };
}

export function functionElement(module: Module, id: FunctionId, frame: Frame, self: Element | undefined): FunctionElement {
  const key = short(`f${String(module.id)}:${String(id)}:${String(frame.id)} ${self?.key ?? ""}`);
  return { kind: "function", key, module, function: id, frame, self };
}

export function classElement(module: Module, id: ClassId, frame: Frame): ClassElement {
  return { kind: "class", key: `c${String(module.id)}:${String(id)}:${String(frame.id)}`, module, class: id, frame };
}

export function instance(of: ClassElement, made: Thunk | undefined): Element {
  return { kind: "instance", key: `i${of.key}@${made ? thunkKey(made) : ""}`, of, made };
}

export function namespace(module: Module): Element {
  return { kind: "namespace", key: `n${String(module.id)}`, module };
}

export function component(options: Element): ElementOf<"component"> {
  return { kind: "component", key: short(`t(${options.key})`), options };
}

export function store(options: Element, part: "store" | "getters"): Element {
  return { kind: "store", key: short(`v${part}(${options.key})`), options, part };
}

export function builtin(path: string): Element {
  return { kind: "builtin", key: `b${path}`, path };
}

export function client(model: string, config: Value, made: Thunk): Element {
  return { kind: "client", key: short(`h${model}(${valueKey(config)})${thunkKey(made)}`), model, config, made };
}

export function clientMethod(of: Element, method: string): Element {
  return { kind: "client-method", key: short(`hm(${of.key})${method}`), client: of, method };
}

/** What the keys of all parameters of a function begin with. */
export function parameterPrefix(of: { readonly module: Module; readonly function: FunctionId }): string {
  return `$${String(of.module.id)}:${String(of.function)}:`;
}

export function parameterElement(module: Module, id: FunctionId, index: number, path: readonly string[]): Element {
  return { kind: "parameter", key: `${parameterPrefix({ module, function: id })}${String(index)}.${path.join(".")}`, module, function: id, index, path };
}

function valueKey(value: Value): string {
  return value.map((element) => element.key).join("|");
}

/**
 * The union, each member once. Beyond the bound URLs of one origin become one pattern, which loses their paths and
 * nothing else; what is too much even so becomes one unknown.
 */
export function union(values: readonly Value[]): Value {
  if (values.length === 1) return values[0] ?? NOTHING;
  const single = singleIn(values);
  if (single !== undefined) return single;
  const seen = new Map<string, Element>();
  let isFolding = false;
  for (const value of values) {
    for (const element of value) {
      if (seen.size >= MAX_MEMBERS && !isFolding) {
        isFolding = true;
        const members = [...seen.values()];
        seen.clear();
        for (const member of members.map(withoutPath)) seen.set(member.key, member);
      }
      const member = isFolding ? withoutPath(element) : element;
      if (seen.has(member.key)) continue;
      if (seen.size >= MAX_MEMBERS) return [...seen.values(), unknown("too-many-values")];
      seen.set(member.key, member);
    }
  }
  return [...seen.values()];
}

/** Most unions are of one member, or none. */
function singleIn(values: readonly Value[]): Value | undefined {
  let single: Value = NOTHING;
  for (const value of values) {
    if (value.length === 0) continue;
    if (value.length > 1 || single.length > 0) return undefined;
    single = value;
  }
  return single;
}

/** `https://h/` ▢ for a URL whose origin is known. */
function withoutPath(element: Element): Element {
  const first = element.kind === "string" ? element.pattern[0] : undefined;
  const head = first?.kind === "text" ? /^[a-z][a-z0-9+.-]*:\/\/[^/?#\\]+\//i.exec(first.text)?.[0] : undefined;
  if (first?.kind !== "text" || head === undefined) return element;
  return string([{ kind: "text", text: head, from: first.from }, ...holePattern({ cause: "too-many-values", at: undefined })]);
}

/** The text that an element becomes when it is joined to another; undefined for what has none worth showing. */
export function patternOf(element: Element): Pattern {
  switch (element.kind) {
    case "string":
      return element.pattern;
    case "primitive":
      // Nobody means the text "undefined": a URL that it would be part of is one that was not understood.
      return element.value === undefined || element.value === null ? holePattern({ cause: "no-url", at: undefined }) : textPattern(String(element.value));
    case "unknown":
      return holePattern({ cause: element.cause, at: element.at, ...(element.detail === undefined ? {} : { detail: element.detail }) });
    case "parameter":
      return holePattern({ cause: "parameter", at: undefined, parameter: element });
    case "builtin":
      return holePattern({ cause: "platform-result", at: undefined, detail: element.path });
    default:
      return holePattern({ cause: "string-operation", at: undefined });
  }
}
