import type { Module } from "../program/module.ts";
import type { Value } from "../values/value.ts";
import { builtin, unknown } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";

/** Names of the JavaScript runtime and of the mini program's frameworks that models know. */
const BUILTINS: ReadonlySet<string> = new Set([
  "Array", "Boolean", "Date", "Error", "JSON", "Map", "Math", "Number", "Object", "Promise", "Proxy", "Reflect", "RegExp", "Set",
  "String", "Symbol", "URL", "URLSearchParams", "WeakMap", "XMLHttpRequest", "clearInterval", "clearTimeout", "console", "decodeURI",
  "decodeURIComponent", "encodeURI", "encodeURIComponent", "escape", "isNaN", "parseFloat", "parseInt", "process", "import.meta",
  "requirePlugin", "setInterval", "setTimeout", "structuredClone", "unescape",
  "App", "Behavior", "Component", "Page", "Vue", "createApp", "createComponent", "createPage", "defineComponent", "getApp", "getCurrentPages",
  "jWeixin", "jweixin", "computed", "reactive", "ref", "shallowRef", "toRefs", "defineProps", "withDefaults",
]);

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(["globalThis", "window", "global", "self"]);

/** A name that no declaration binds. */
export function globalValue(ev: Evaluator, module: Module, name: string): Value {
  if (GLOBAL_OBJECTS.has(name)) return [builtin("globalThis")];
  if (ev.host.platformObjects.has(name)) return [builtin(name)];
  const defined = ev.host.define(name);
  if (defined !== undefined) return defined;
  if (BUILTINS.has(name)) return [builtin(name)];
  const assigned = ev.heap.assigned(ev, "bglobalThis", name);
  if (assigned.length > 0) return assigned;
  return [unknown("undeclared-global", { file: module.path, offset: 0 }, name)];
}
