import { resultMember } from "../models/platform-results.ts";
import type { Place } from "../values/pattern.ts";
import type { ElementOf, Value } from "../values/value.ts";
import { COMPONENT_CLIENTS } from "../models/clients.ts";
import { PROTOTYPES, hangsOnComponents, isAppInstance } from "../models/components.ts";
import { isNetworkName } from "../models/network-calls.ts";
import { builtin, union, unknown } from "../values/value.ts";
import { appOptions } from "./app-options.ts";
import { configurationOf } from "./client-configuration.ts";
import type { Evaluator } from "./evaluator.ts";
import { globalValue } from "./globals.ts";
import { fromHeap } from "./member.ts";

const ENVIRONMENTS = /^(?:process\.env|import\.meta\.env)$/;

/** A member of something that the platform or a package provides. */
export function builtinMember(ev: Evaluator, element: ElementOf<"builtin">, key: string, place: Place | undefined): Value {
  const path = `${element.path}.${key}`;
  // What the program itself hangs on it (`uni.$http = …`, `wx.$api = …`).
  const assigned = fromHeap(ev, element, key);
  // A network call that is replaced (a mock, a wrapper around it) is one all the same.
  if (assigned.length > 0) return isNetworkName(key) ? union([[builtin(path)], assigned]) : assigned;
  if (hangsOnComponents(element.path)) {
    const shared = sharedMember(ev, key);
    if (shared.length > 0) return shared;
    // `Vue.prototype.$u`, where no plugin of the program sets it.
    const client = COMPONENT_CLIENTS.get(key);
    if (client !== undefined) return [builtin(client)];
  }
  if (isAppInstance(path)) return appOptions(ev);
  const defined = ev.host.define(path);
  if (defined !== undefined) return defined;
  if (ENVIRONMENTS.test(element.path)) return [unknown("environment", place, path)];
  if (element.path === "globalThis" && place !== undefined) {
    const global = globalOf(ev, key, place);
    if (global !== undefined) return global;
  }
  return readyConfiguration(ev, element.path, key) ?? resultMember(element.path, key, place) ?? [builtin(path)];
}

/** What plugins hang on every component: `Vue.prototype.$api`, `app.config.globalProperties.$api`. */
export function sharedMember(ev: Evaluator, key: string): Value {
  return union(PROTOTYPES.map((path) => fromHeap(ev, builtin(path), key)));
}

/** `uni.$u.http.config.baseURL`: what the program makes of a client that a package hands out ready. */
function readyConfiguration(ev: Evaluator, path: string, key: string): Value | undefined {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? undefined : configurationOf(ev, builtin(path.slice(0, dot)), path.slice(dot + 1), key);
}

function globalOf(ev: Evaluator, key: string, place: Place): Value | undefined {
  const module = ev.host.moduleAt(place.file);
  return module === undefined ? undefined : globalValue(ev, module, key);
}
