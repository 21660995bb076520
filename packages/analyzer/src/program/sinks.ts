import type { Call } from "@wx-domain/core";
import type { HelperSetting } from "../analysis/file-analysis.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { interceptedConfig, interceptedOptions } from "../evaluate/interceptors.ts";
import { memberOf } from "../evaluate/member.ts";
import { moduleIndex } from "../evaluate/module-index.ts";
import { argumentAt } from "../evaluate/parameters.ts";
import type { Call as CallNode, NodeId, Span } from "../facts/language.ts";
import type { ClientModel } from "../models/clients.ts";
import { clientNamed, isAxios, namesAdapter, readyClient, withoutShorthand } from "../models/clients.ts";
import { isShareFunction, sdkFunction } from "../models/js-sdk.ts";
import { isTcpConnect, networkCallOf } from "../models/network-calls.ts";
import { concatenate } from "../values/pattern.ts";
import type { Element, Value } from "../values/value.ts";
import { builtin, patternOf, merged, record, string, text, thunkKey, union, unknown } from "../values/value.ts";
import { baseOfClient, combine } from "./client-urls.ts";
import { argumentsOf } from "./forwarding.ts";
import type { FunctionCall } from "./forwarding.ts";
import type { Module } from "./module.ts";

/** What goes to the network when it is called, and how to read the URL from the call. */
export interface Sink {
  readonly call: Call;
  readonly callee: string;
  /** The argument with the URL, or with an object that holds it under `key`. */
  readonly argument: number;
  readonly key: string | undefined;
  /** The options go to the platform as they are written; a client makes its own of them. */
  readonly isPlatform: boolean;
  url(call: FunctionCall): Value;
}

/** The sink that a callee is, if it is one. */
export function sinkOf(ev: Evaluator, element: Element): Sink | undefined {
  switch (element.kind) {
    case "builtin": {
      const network = networkCallOf(element.path, ev.host.platformObjects);
      if (network !== undefined) return platformSink(ev, network.call, element.path, network.key);
      if (isTcpConnect(element.path, ev.host.platformObjects)) return tcpSink(ev);
      const shared = sdkFunction(element.path);
      if (shared !== undefined && isShareFunction(shared)) return plainSink(ev, "share-link", shared, 0, "link");
      const path = withoutShorthand(element.path);
      const whole = readyClient(path);
      if (whole !== undefined) return clientSink(ev, element, whole, "");
      const dot = path.lastIndexOf(".");
      const ready = dot < 0 ? undefined : readyClient(path.slice(0, dot));
      return ready === undefined ? undefined : clientSink(ev, builtin(path.slice(0, dot)), ready, path.slice(dot + 1));
    }
    case "client":
    case "client-method": {
      const client = element.kind === "client-method" ? element.client : element;
      const model = client.kind === "client" ? clientNamed(client.model) : undefined;
      return model === undefined ? undefined : clientSink(ev, client, model, element.kind === "client-method" ? element.method : "");
    }
    default:
      return undefined;
  }
}

/** A network call of the platform, behind the interceptors that the program adds to it. */
function platformSink(ev: Evaluator, call: Call, path: string, key: string): Sink {
  const plain = plainSink(ev, call, path, 0, key);
  return { ...plain, isPlatform: true, url: (at) => urlOfOptions(ev, at, 0, key, (options) => interceptedOptions(ev, path, options)) };
}

/** A socket has no URL, but a host and a port: `tcp://host:port`, as core names them. */
function tcpSink(ev: Evaluator): Sink {
  const host = plainSink(ev, "tcp", "TCPSocket.connect", 0, "address");
  const port = plainSink(ev, "tcp", "TCPSocket.connect", 0, "port");
  return { ...host, url: (at) => joined([[text("tcp://")], host.url(at), [text(":")], port.url(at)]) };
}

/** More hosts and ports together say no more. */
const MAX_PRODUCT = 64;

function joined(parts: readonly Value[]): Value {
  return parts.reduce<Value>(
    (heads, tails) => heads.flatMap((head) => tails.map((tail) => string(concatenate([patternOf(head), patternOf(tail)])))).slice(0, MAX_PRODUCT),
    [text("")],
  );
}

function clientSink(ev: Evaluator, receiver: Element, model: ClientModel, name: string): Sink | undefined {
  const method = model.methods.get(name);
  if (method === undefined || (model.needsAdapter === true && adapters.of(ev).length === 0)) return undefined;
  const { call, argument, key, options, otherwise } = method;
  const plain = plainSink(ev, call, name === "" ? model.name : `${model.name}.${name}`, argument, key);
  return {
    ...plain,
    url(at) {
      const own = options === undefined ? [] : model.base.map((base) => memberOfArgument(ev, at, options, base));
      const base = baseOfClient(ev, receiver, model, union(own));
      const [baseKey = "baseURL"] = model.base;
      const given = otherwise === undefined ? plain.url(at) : union(plain.url(at).map((element) => (isObject(element) ? memberOf(ev, element, otherwise, undefined) : [element])));
      const written = record(`configuration ${thunkKey(at)}`, new Map([["url", given], [baseKey, base]]));
      // Interceptors look at what the call says of itself (`custom: { isUpload: true }`).
      const said = options === undefined ? [] : objectsIn(argumentAt(ev, argumentsOf(ev, at), options));
      const configs = interceptedConfig(ev, receiver, merged([[NOTHING_SAID], ...(said.length === 0 ? [] : [said]), [written]]));
      return union(configs.map((config) => combine(textsIn(memberOf(ev, config, baseKey, undefined)), memberOf(ev, config, "url", undefined))));
    },
  };
}

/** The modules that give a client an adapter: import one, name one in a configuration, or assign one. */
const adapters = moduleIndex((module) => {
  const { specifiers, assignments, nodes } = module.facts;
  if (specifiers.some(namesAdapter)) return [module];
  // Other things have adapters, too: it is one of axios' where axios is at hand.
  if (!specifiers.some(isAxios)) return [];
  const isGiven = assignments.some(({ key }) => key === "adapter") || nodes.some((node) => node.kind === "object" && node.properties.some(({ key }) => key === "adapter"));
  return isGiven ? [module] : [];
});

/** What a client makes of a call that says nothing. */
const NOTHING_SAID = record("nothing said", new Map(["custom", "header", "headers", "params"].map((name): [string, Value] => [name, [record(`no ${name}`, new Map())]])));

function isObject({ kind }: Element): boolean {
  return kind === "literal" || kind === "assigned" || kind === "merged" || kind === "without" || kind === "record";
}

function objectsIn(value: Value): Value {
  return value.filter((element) => element.kind !== "primitive" && element.kind !== "string");
}

function textsIn(value: Value): Value {
  return value.filter((element) => element.kind !== "primitive");
}

function plainSink(ev: Evaluator, call: Call, callee: string, argument: number, key: string | undefined): Sink {
  return {
    call,
    callee,
    argument,
    key,
    isPlatform: false,
    url: (at) => urlOfOptions(ev, at, argument, key, (options) => options),
  };
}

function urlOfOptions(ev: Evaluator, at: FunctionCall, argument: number, key: string | undefined, intercept: (options: Value) => Value): Value {
  const node = at.module.facts.nodes[at.node];
  const place = { file: at.module.path, offset: node?.kind === "call" ? node.start : 0 };
  const args = argumentsOf(ev, at);
  const count = args.kind === "values" ? args.values.length : node?.kind === "call" && args.kind === "call" ? node.arguments.length - args.skip : 0;
  if (count <= argument) return [unknown("no-url", place)];
  const value = intercept(argumentAt(ev, args, argument));
  if (key === undefined) return value;
  return union(value.map((element) => (element.kind === "string" ? [element] : memberOf(ev, element, key, place))));
}

function memberOfArgument(ev: Evaluator, call: FunctionCall, argument: number, key: string): Value {
  const value = argumentAt(ev, argumentsOf(ev, call), argument);
  return union(value.map((element) => (element.kind === "primitive" || element.kind === "string" ? [] : memberOf(ev, element, key, undefined))));
}

/** A request helper of the settings, found by the name that the callee is written with. */
export function helperSink(ev: Evaluator, helpers: readonly HelperSetting[], module: Module, node: CallNode, elements: Value): Sink | undefined {
  if (helpers.length === 0) return undefined;
  const written = dottedName(module, node.callee);
  const helper = helpers.find(
    ({ callee }) =>
      written === callee || written?.endsWith(`.${callee}`) === true || elements.some((element) => element.kind === "builtin" && element.path === callee),
  );
  if (helper === undefined) return undefined;
  const plain = plainSink(ev, helper.call, helper.callee, helper.url.arg, helper.url.key);
  const { base } = helper;
  return base === undefined ? plain : { ...plain, url: (at) => combine([text(base)], plain.url(at)) };
}

const MAX_NAME = 8;

/** `this.$http.get`, `api.post`: a callee as it is written. */
function dottedName(module: Module, node: NodeId): string | undefined {
  const parts: string[] = [];
  let at = module.facts.nodes[node];
  for (let hops = 0; at?.kind === "member" && hops < MAX_NAME; hops++) {
    const key = module.facts.nodes[at.key];
    if (key?.kind !== "text") return undefined;
    parts.unshift(key.value);
    at = module.facts.nodes[at.of];
  }
  if (at?.kind === "global") parts.unshift(at.name);
  else if (at?.kind === "imported") parts.unshift(at.name === "default" ? at.specifier : at.name);
  return parts.length === 0 ? undefined : parts.join(".");
}

/** Where a report about the call's URL stands: the URL property's value in a literal options object, else the argument, else the call. */
export function urlSpan(module: Module, node: CallNode, argument: number, path: readonly string[]): Span {
  const item = node.arguments[argument];
  if (item === undefined) return { start: node.start, end: node.end };
  let span: Span = item;
  let value = item.value;
  for (const key of path) {
    const object = module.facts.nodes[value];
    const property = object?.kind === "object" ? object.properties.findLast((one) => one.key === key) : undefined;
    // An object that is written elsewhere (`wx.request(options)`): the report stays at the call.
    if (property === undefined || property.start < item.start || property.end > item.end) break;
    span = property;
    ({ value } = property);
  }
  return { start: span.start, end: span.end };
}
