import { appOptions } from "../evaluate/app-options.ts";
import type { CallArguments } from "../evaluate/call.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { booleans } from "../evaluate/evaluate-node.ts";
import { isArray } from "../evaluate/arrays.ts";
import { originOf } from "../values/origin.ts";
import type { Part } from "../values/pattern.ts";
import { concatenate, knownText } from "../values/pattern.ts";
import { memberOf } from "../evaluate/member.ts";
import { moduleValue } from "../evaluate/modules.ts";
import type { ElementOf, Value } from "../values/value.ts";
import { builtin, patternOf, record, recordName, string, text, union, unknown } from "../values/value.ts";
import type { CallModel } from "./call-model.ts";
import { firstArgument } from "./call-model.ts";
import { COLLECTION_CALLS } from "./collections.ts";
import { REACT_CALLS } from "./react.ts";
import { STORE_CALLS } from "./stores.ts";

const first = firstArgument;
const asText: CallModel = (args) => args.at(0).map((element) => (element.kind === "string" ? element : string(patternOf(element))));
const encoded =
  (encode: (value: string) => string): CallModel =>
  (args) =>
    args.at(0).map((element) => string(patternOf(element).map((part): Part => (part.kind === "text" ? { ...part, text: safely(encode, part.text) } : part))));

function safely(change: (value: string) => string, value: string): string {
  try {
    return change(value);
  } catch {
    // A lone surrogate or a broken escape: the call throws in the program too.
    return value;
  }
}

/** Functions of the language and of frameworks whose results a URL can depend on. */
const MODELS: ReadonlyMap<string, CallModel> = new Map(Object.entries<CallModel>({
  ...COLLECTION_CALLS,
  ...REACT_CALLS,
  ...STORE_CALLS,
  String: asText,
  encodeURI: encoded(encodeURI),
  encodeURIComponent: encoded(encodeURIComponent),
  decodeURI: encoded(decodeURI),
  decodeURIComponent: encoded(decodeURIComponent),
  "Object.freeze": first,
  "Object.seal": first,
  "Object.create": (args) => args.at(0).map((element) => (element.kind === "primitive" ? record(recordName("created", args.call), new Map()) : element)),
  structuredClone: first,
  "Promise.resolve": first,
  "Promise.all": first,
  // `JSON.parse(JSON.stringify(options))`: a copy of the object. A text that is parsed tells nothing.
  "JSON.stringify": first,
  "JSON.parse": (args) => union(args.at(0).map((element) => (isObject(element) ? [element] : [unknown("string-operation", args.place)]))),
  "Array.isArray": (args) => {
    const value = args.at(0);
    return booleans(value.some((element) => isArray(element) || element.kind === "unknown" || element.kind === "parameter"), value.some((element) => !isArray(element)));
  },
  getApp: appOf,
  "Taro.getApp": appOf,
  "new URL": (args) => union(args.at(0).flatMap((path) => (args.count < 2 ? [[path]] : args.at(1).map((base): Value => [resolveUrl(path, base)])))),
  "new Proxy": first,
  ref: (args) => [refOf(args)],
  "vue#ref": (args) => [refOf(args)],
  shallowRef: (args) => [refOf(args)],
  "vue#shallowRef": (args) => [refOf(args)],
  reactive: first,
  "vue#reactive": first,
  readonly: first,
  "vue#readonly": first,
  toRefs: first,
  "vue#toRefs": first,
  computed: computedRef,
  "vue#computed": computedRef,
  defineComponent: first,
  "vue#defineComponent": first,
  createSSRApp: vueApp,
  createApp: vueApp,
  "vue#createSSRApp": vueApp,
  "vue#createApp": vueApp,
  "Vue.extend": first,
  "vue#default.extend": first,
  Behavior: first,
  "mpx#createBehavior": first,
}));

function vueApp(): Value {
  return [builtin("vue.app")];
}

/** `ref(x)`: an object whose `value` is x and whatever is assigned to it. */
function refOf(args: CallArguments): Value[number] {
  return record(recordName("ref", args.call), new Map([["value", args.at(0)]]));
}

export function isRef(element: Value[number]): boolean {
  return /^r(?:\S+ )?(?:ref|computed)$/.test(element.key);
}

function computedRef(args: CallArguments, ev: Evaluator): Value {
  const value = union(args.at(0).map((element): Value => (element.kind === "function" ? ev.results(ev.frames.make(element.module, element.function, element.frame, { kind: "values", values: [] }, undefined)) : [unknown("string-operation", args.place)])));
  return [record(recordName("computed", args.call), new Map([["value", value]]))];
}

/** `new URL(path, base)`, as far as its origin goes. */
function resolveUrl(path: Value[number], base: Value[number]): Value[number] {
  const own = patternOf(path);
  const origin = originOf(own);
  if (origin.kind === "known" || origin.kind === "partial") return path;
  if (origin.kind === "unknown") return unknown("string-operation");
  const from = originOf(patternOf(base));
  if (from.kind !== "known") return string(concatenate([patternOf(base), own]));
  const relative = knownText(own) ?? "";
  if (relative.startsWith("//")) return text(`${from.origin.slice(0, from.origin.indexOf(":") + 1)}${relative}`);
  return string(concatenate([[{ kind: "text", text: `${from.origin}/`, from: from.from }], own]));
}

/** What only describes an adapter to a client: it holds no URL. */
const ADAPTERS = "@alova/adapter-";

export function builtinCalls(ev: Evaluator, path: string, args: CallArguments): Value | undefined {
  if (path.startsWith(ADAPTERS)) return [record(`adapter ${path}`, new Map())];
  if (path.endsWith(".getExtConfigSync")) return extConfig(ev, args);
  return MODELS.get(path)?.(args, ev);
}

/** The app of the program; where none is found (a folder that holds no app), it is whatever runs. */
function appOf(args: CallArguments, ev: Evaluator): Value {
  const app = appOptions(ev);
  return app.length > 0 ? app : [unknown("platform-result", args.place, "getApp")];
}

/** ext.json of the app, beside what the third-party platform may set for each authorizer. Source: "第三方平台 ext.json". */
function extConfig(ev: Evaluator, args: CallArguments): Value {
  const from = args.call?.module;
  const written = (from === undefined ? [] : moduleValue(ev, from, "/ext.json", 0)).filter((element) => element.kind === "record" && isEnabled(element));
  return [...union(written.map((element) => memberOf(ev, element, "ext", args.place))), unknown("environment", args.place, "ext.json")];
}

function isEnabled({ properties }: ElementOf<"record">): boolean {
  return properties.get("extEnable")?.some((element) => element.kind === "primitive" && element.value === false) !== true;
}

function isObject(element: Value[number]): boolean {
  return ["literal", "assigned", "merged", "record", "without", "list"].includes(element.kind);
}

