import type { Call } from "@wx-domain/core";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Frame } from "../evaluate/frame.ts";
import { memberOf } from "../evaluate/member.ts";
import type { Call as CallNode, NodeId } from "../facts/language.ts";
import { isNetworkName, networkCallOf } from "../models/network-calls.ts";
import type { NetworkCall } from "../models/network-calls.ts";
import type { Thunk, Value } from "../values/value.ts";
import { NOTHING, union, unknown } from "../values/value.ts";
import type { CallIndex } from "./callers.ts";
import { expand } from "./expand.ts";
import type { Module } from "./module.ts";

/** A place of the program that goes to the network. */
export interface Site {
  readonly module: Module;
  readonly call: Call;
  readonly callee: string;
  readonly start: number;
  readonly end: number;
  /** Where a report stands: the URL's expression, else the call. */
  readonly urlStart: number;
  readonly urlEnd: number;
  readonly values: Value;
}

/** All network calls of the indexed modules with every URL that can reach them. */
export function findSites(ev: Evaluator, index: CallIndex, modules: readonly Module[]): Site[] {
  const sites: Site[] = [];
  const called = new Set<string>();
  for (const { call, callee } of index.outside) {
    if (callee.kind !== "builtin") continue;
    const network = networkCallOf(callee.path, ev.host.platformObjects);
    const node = call.module.facts.nodes[call.node];
    if (network === undefined || node?.kind !== "call") continue;
    const key = `${String(call.module.id)}:${String(call.node)}`;
    if (called.has(key)) continue;
    called.add(key);
    const values = expand(ev, index, call.frame, (frame) => urlOf(ev, { ...call, frame }, node, network));
    sites.push({ module: call.module, call: network.call, callee: callee.path, start: node.start, end: node.end, ...urlSpan(call.module, node, network), values });
  }
  for (const module of modules) sites.push(...references(ev, index, module));
  return sites.sort((a, b) => (a.module.path < b.module.path ? -1 : a.module.path > b.module.path ? 1 : a.start - b.start));
}

function urlOf(ev: Evaluator, call: Thunk, node: CallNode, network: NetworkCall): Value {
  const [options] = node.arguments;
  if (options === undefined) return [unknown("no-url", { file: call.module.path, offset: node.start })];
  const value = ev.value(call.module, options.value, call.frame);
  const { key } = network;
  if (key === null) return value;
  return union(value.map((element) => (element.kind === "string" ? [element] : memberOf(ev, element, key, { file: call.module.path, offset: node.start }))));
}

/** The `url` property's value in a literal options object, else the whole argument, else the call. */
function urlSpan(module: Module, node: CallNode, network: NetworkCall): { urlStart: number; urlEnd: number } {
  const [options] = node.arguments;
  if (options === undefined) return { urlStart: node.start, urlEnd: node.end };
  const object = module.facts.nodes[options.value];
  const property = object?.kind === "object" ? object.properties.findLast((one) => one.key === network.key) : undefined;
  return { urlStart: (property ?? options).start, urlEnd: (property ?? options).end };
}

/**
 * A network function that is used as a value (`promisify(wx.request)`). Where it is handed to a function of the
 * program, the calls that this function makes of its parameter tell the URL.
 */
function references(ev: Evaluator, index: CallIndex, module: Module): Site[] {
  const sites: Site[] = [];
  for (const fn of module.facts.functions) {
    for (const id of fn.calls) {
      const call = module.facts.nodes[id];
      if (call?.kind !== "call") continue;
      call.arguments.forEach((argument, position) => {
        const network = networkMember(ev, module, argument.value);
        if (network === undefined) return;
        const thunk = { module, node: id, frame: ev.frames.open(module, fn.id) };
        sites.push({
          module,
          call: network.call.call,
          callee: network.path,
          start: argument.start,
          end: argument.end,
          urlStart: argument.start,
          urlEnd: argument.end,
          values: throughParameter(ev, index, thunk, call, position, network.call),
        });
      });
    }
  }
  return sites;
}

function networkMember(ev: Evaluator, module: Module, node: NodeId): { path: string; call: NetworkCall } | undefined {
  const member = module.facts.nodes[node];
  if (member?.kind !== "member") return undefined;
  const key = module.facts.nodes[member.key];
  if (key?.kind !== "text" || !isNetworkName(key.value)) return undefined;
  for (const element of ev.value(module, node, ev.frames.open(module, module.facts.owners[node] ?? 0))) {
    const call = element.kind === "builtin" ? networkCallOf(element.path, ev.host.platformObjects) : undefined;
    if (element.kind === "builtin" && call !== undefined) return { path: element.path, call };
  }
  return undefined;
}

function throughParameter(ev: Evaluator, index: CallIndex, call: Thunk, node: CallNode, position: number, network: NetworkCall): Value {
  const callees = ev.value(call.module, node.callee, call.frame);
  const values = callees.map((callee): Value => {
    if (callee.kind !== "function") return NOTHING;
    const inner: Frame = ev.frames.make(callee.module, callee.function, callee.frame, { kind: "call", call, skip: 0 }, callee.self);
    return union(
      index.callsOfParameter(callee.module, callee.function, position, []).map((one) => {
        const sink = one.module.facts.nodes[one.node];
        if (sink?.kind !== "call") return NOTHING;
        const frame = ev.frames.at(inner, one.module, one.frame.function);
        return expand(ev, index, frame, (at) => urlOf(ev, { ...one, frame: at }, sink, network));
      }),
    );
  });
  const found = union(values);
  return found.length > 0 ? found : [unknown("callback", { file: call.module.path, offset: node.start })];
}
