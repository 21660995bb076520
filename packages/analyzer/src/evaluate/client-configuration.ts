import { INDEX_STEPS } from "../bounds.ts";
import type { ClientModel } from "../models/clients.ts";
import { clientNamed, isConfiguring, readyClient } from "../models/clients.ts";
import type { Element, Value } from "../values/value.ts";
import { UNDEFINED, builtin, clientMethod, record, union } from "../values/value.ts";
import { invoke } from "./call.ts";
import type { Evaluator } from "./evaluator.ts";
import { frameAround } from "./identity.ts";
import { fromHeap, memberOf } from "./member.ts";
import { methodCallsIn } from "./method-calls.ts";
import { moduleIndex } from "./module-index.ts";
import { argumentAt } from "./parameters.ts";

/** Members of a client that hold its configuration (`axios.defaults`, `http.config`). */
export const CONFIGURATION_MEMBERS: readonly string[] = ["defaults", "config"];

/**
 * What a client's configuration holds under a key: what it was made with, what is assigned, and what `setConfig` makes of it. `client` is
 * the client, or the path of one that a package hands out ready; `name` is the member through which the configuration is reached.
 */
export function configuredMember(ev: Evaluator, client: Element, model: ClientModel, name: string, key: string): Value {
  const configs = [client.kind === "client" ? client.config : [], ...configured(ev, client, model)].flat();
  const holder = client.kind === "builtin" ? builtin(`${client.path}.${name}`) : clientMethod(client, name);
  return union([...configs.map((config) => (config.kind === "primitive" ? [] : memberOf(ev, config, key, undefined))), fromHeap(ev, holder, key)]);
}

/** `http.config.baseURL`, read by the program. Undefined for what is no client's configuration, or where nothing says what it holds. */
export function configurationOf(ev: Evaluator, client: Element, name: string, key: string): Value | undefined {
  if (!CONFIGURATION_MEMBERS.includes(name)) return undefined;
  const model = client.kind === "client" ? clientNamed(client.model) : client.kind === "builtin" ? readyClient(client.path) : undefined;
  const found = model === undefined ? [] : configuredMember(ev, client, model, name, key).filter((element) => element.key !== UNDEFINED.key);
  return found.length > 0 ? found : undefined;
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
    const frame = frameAround(ev, client, module, module.facts.owners[call] ?? 0);
    if (!ev.value(module, receiver, frame).some((element) => element.key === client.key)) continue;
    const config = argumentAt(ev, { kind: "call", call: { module, node: call, frame }, skip: 0 }, 0);
    found.push(...config.map((element) => (element.kind === "function" ? invoke(ev, element, undefined, [[record("configuration", new Map())]]) : [element])));
  }
  return found;
}

/** The calls of methods that configure some client. */
const configuringCalls = moduleIndex((module) => methodCallsIn(module, isConfiguring));
