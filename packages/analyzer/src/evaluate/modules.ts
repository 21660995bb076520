import { isOver } from "../bounds.ts";
import type { Module } from "../program/module.ts";
import { frameworkOfPackage } from "../models/packages.ts";
import type { Element, Value } from "../values/value.ts";
import { builtin, namespace, text, primitive, record, list, union, unknown } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";
import { fromHeap, memberOf } from "./member.ts";

/** What `import { name } from "specifier"` gives. */
export function importedValue(ev: Evaluator, from: Module, specifier: string, name: string, at: number): Value {
  const target = ev.host.resolve(from, specifier);
  const place = { file: from.path, offset: at };
  switch (target.kind) {
    case "module": {
      const value = exportedValue(ev, target.module, name);
      if (value !== undefined) return value;
      // A CommonJS module's default import is its exports object; a named one is a member of that.
      const whole = wholeOf(ev, target.module);
      if (name === "default") return target.module.facts.exports.size > 0 && !isCommonJs(target.module) ? [unknown("missing-export", place, `${specifier}#default`)] : whole;
      const found = union(whole.map((element) => memberOf(ev, element, name, place)));
      return found.length > 0 ? found : [unknown("missing-export", place, `${specifier}#${name}`)];
    }
    case "data":
      return name === "default" ? [dataElement(target.value, target.path, "")] : memberOf(ev, dataElement(target.value, target.path, ""), name, place);
    case "package":
      return [builtin(packagePath(target.name, name))];
    case "missing":
      return [unknown(target.cause, place, specifier)];
  }
}

/** What `require("specifier")` or `import * as` gives. */
export function moduleValue(ev: Evaluator, from: Module, specifier: string, at: number): Value {
  const target = ev.host.resolve(from, specifier);
  switch (target.kind) {
    case "module":
      return wholeOf(ev, target.module);
    case "data":
      return [dataElement(target.value, target.path, "")];
    case "package":
      return [builtin(packagePath(target.name, "*"))];
    case "missing":
      return [unknown(target.cause, { file: from.path, offset: at }, specifier)];
  }
}

function packagePath(name: string, exported: string): string {
  const known = frameworkOfPackage(name);
  if (known === undefined) return `${name}#${exported}`;
  return exported === "default" || exported === "*" ? known : `${known}.${exported}`;
}

export function isCommonJs(module: Module): boolean {
  return module.facts.usesExportsObject || module.facts.exports.has("=");
}

/** The exports object: what `module.exports` was given, else the namespace. */
function wholeOf(ev: Evaluator, module: Module): Value {
  const replaced = module.facts.exports.get("=");
  if (replaced === undefined) return [namespace(module)];
  return ev.value(module, replaced, ev.frames.open(module, 0));
}

/** A named export; undefined if the module has none of that name. */
export function exportedValue(ev: Evaluator, module: Module, name: string, hops = 0): Value | undefined {
  const own = module.facts.exports.get(name);
  if (own !== undefined) return ev.value(module, own, ev.frames.open(module, 0));
  if (isOver("re-exports", hops, module.path)) return [unknown("too-deep", undefined, name)];
  for (const one of module.facts.reExports) {
    if (one.exported !== name && one.exported !== null) continue;
    if (one.exported === null && name === "default") continue;
    const imported = one.exported === null ? name : one.imported;
    const target = ev.host.resolve(module, one.specifier);
    if (target.kind === "module") {
      const value = exportedValue(ev, target.module, imported, hops + 1) ?? (imported === "default" ? wholeOf(ev, target.module) : undefined);
      if (value !== undefined) return value;
    } else if (target.kind === "package" && one.exported !== null) {
      return [builtin(packagePath(target.name, imported))];
    } else if (target.kind === "data" && imported === "default") {
      return [dataElement(target.value, target.path, "")];
    } else if (target.kind === "missing" && one.exported !== null) {
      return [unknown(target.cause, undefined, one.specifier)];
    }
  }
  // `require("./es-module").default` of a CommonJS module is the object itself.
  if (name === "default" && module.facts.exports.has("=")) return undefined;
  const assigned = fromHeap(ev, namespace(module), name);
  return assigned.length > 0 ? assigned : undefined;
}

/** JSON as a value. Its texts' places are the file's beginning: JSON has no syntax tree here. */
function dataElement(value: unknown, path: string, key: string): Element {
  if (typeof value === "string") return text(value, [{ file: path, offset: 0 }]);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return primitive(value);
  if (typeof value === "object" && isOver("json-members", Object.keys(value).length, path)) return unknown("too-many-values", { file: path, offset: 0 });
  if (Array.isArray(value)) return list(value.map((one: unknown, index) => [dataElement(one, path, `${key}.${String(index)}`)]));
  if (typeof value === "object") {
    const entries = Object.entries(value);
    return record(`json ${path} ${key}`, new Map(entries.map(([name, one]) => [name, [dataElement(one, path, `${key}.${name}`)]])));
  }
  return primitive(undefined);
}
