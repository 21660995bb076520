import { INDEX_STEPS } from "../bounds.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { invoke } from "../evaluate/call.ts";
import { fromHeap, memberOf } from "../evaluate/member.ts";
import { moduleIndex } from "../evaluate/module-index.ts";
import { argumentAt } from "../evaluate/parameters.ts";
import type { NodeId } from "../facts/language.ts";
import type { ClientModel } from "../models/clients.ts";
import { isConfiguring } from "../models/clients.ts";
import type { Module } from "./module.ts";
import { originOf } from "../values/origin.ts";
import { concatenate, knownPrefix, knownText } from "../values/pattern.ts";
import type { Element, Value } from "../values/value.ts";
import { builtin, clientMethod, patternOf, record, string, union } from "../values/value.ts";

/**
 * The base URLs of a client: of the call's own options, else its configuration, what is assigned to its defaults, and
 * what `setConfig` makes of it. `receiver` is the client, or the path of one that a package hands out ready.
 */
export function baseOfClient(ev: Evaluator, receiver: Element, model: ClientModel, own: Value): Value {
  const overriding = meaningful(own);
  // Options that somebody hands in may hold a base of their own, or none.
  const isUnsure = overriding.every((element) => element.kind === "parameter" || element.kind === "unknown");
  if (!isUnsure) return overriding;
  const configs = [receiver.kind === "client" ? receiver.config : [], ...configured(ev, receiver, model)];
  const bases = configs.flatMap((config) =>
    config.flatMap((element) => model.base.map((key) => (element.kind === "primitive" ? [] : memberOf(ev, element, key, undefined)))),
  );
  const defaults = DEFAULTS.flatMap((name) => {
    const holder = receiver.kind === "builtin" ? builtin(`${receiver.path}.${name}`) : clientMethod(receiver, name);
    return model.base.map((key) => fromHeap(ev, holder, key));
  });
  return meaningful(union([overriding, ...bases, ...defaults]));
}

/** Members of a client that hold its configuration. */
const DEFAULTS = ["defaults", "config"] as const;

function meaningful(value: Value): Value {
  return value.filter((element) => element.kind !== "primitive" && !(element.kind === "string" && knownText(element.pattern) === ""));
}

const configurations = new WeakMap<Evaluator, Map<string, Value[]>>();

/** `http.setConfig((config) => { config.baseURL = …; return config })`, or with an object; found once for a client. */
function configured(ev: Evaluator, client: Element, model: ClientModel): Value[] {
  let ofClients = configurations.get(ev);
  if (ofClients === undefined) configurations.set(ev, (ofClients = new Map<string, Value[]>()));
  const known = ofClients.get(client.key);
  if (known !== undefined) return known;
  ofClients.set(client.key, []);
  const found = ev.forAll(() => findConfigurations(ev, client, model), INDEX_STEPS) ?? [];
  ofClients.set(client.key, found);
  return found;
}

function findConfigurations(ev: Evaluator, client: Element, model: ClientModel): Value[] {
  const found: Value[] = [];
  for (const { module, name, call, receiver } of configuringCalls.of(ev)) {
    if (!model.configure.includes(name)) continue;
    const frame = ev.frames.open(module, module.facts.owners[call] ?? 0);
    if (!ev.value(module, receiver, frame).some((element) => element.key === client.key)) continue;
    const config = argumentAt(ev, { kind: "call", call: { module, node: call, frame }, skip: 0 }, 0);
    found.push(...config.map((element) => (element.kind === "function" ? invoke(ev, element, undefined, [[record("configuration", new Map())]]) : [element])));
  }
  return found;
}

interface ConfiguringCall {
  readonly module: Module;
  readonly name: string;
  readonly call: NodeId;
  readonly receiver: NodeId;
}

/** The calls of methods that configure some client. */
const configuringCalls = moduleIndex((module) => {
  const found: ConfiguringCall[] = [];
  for (const fn of module.facts.functions) {
    for (const call of fn.calls) {
      const node = module.facts.nodes[call];
      const callee = node?.kind === "call" ? module.facts.nodes[node.callee] : undefined;
      const key = callee?.kind === "member" ? module.facts.nodes[callee.key] : undefined;
      if (callee?.kind === "member" && key?.kind === "text" && isConfiguring(key.value)) found.push({ module, name: key.value, call, receiver: callee.of });
    }
  }
  return found;
});

/** `base` before a relative `url`; an absolute one stands for itself. */
export function combine(base: Value, url: Value): Value {
  if (base.length === 0) return url;
  return union(
    url.map((element): Value => {
      const own = patternOf(element);
      const origin = originOf(own);
      if (origin.kind === "known" || origin.kind === "partial") return [element];
      const joined = base.map((one) => string(joinPaths(patternOf(one), own)));
      return origin.kind === "unknown" ? union([joined, [element]]) : joined;
    }),
  );
}

function joinPaths(base: ReturnType<typeof patternOf>, url: ReturnType<typeof patternOf>): ReturnType<typeof patternOf> {
  const slash = knownPrefix(url).startsWith("/") || (knownText(base)?.endsWith("/") ?? false);
  return concatenate([base, ...(slash ? [] : [[{ kind: "text", text: "/", from: [] } as const]]), url]);
}
