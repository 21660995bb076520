import { resultMember } from "../models/platform-results.ts";
import type { Place } from "../values/pattern.ts";
import type { ElementOf, Value } from "../values/value.ts";
import { COMPONENT_CLIENTS } from "../models/clients.ts";
import { hangsOnComponents, isAppInstance } from "../models/components.ts";
import { isNetworkName } from "../models/network-calls.ts";
import { builtin, union, unknown } from "../values/value.ts";
import { appOptions } from "./app-options.ts";
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
  // `Vue.prototype.$u`, where no plugin of the program sets it.
  const shared = hangsOnComponents(element.path) ? COMPONENT_CLIENTS.get(key) : undefined;
  if (shared !== undefined) return [builtin(shared)];
  if (isAppInstance(path)) return appOptions(ev);
  const defined = ev.host.define(path);
  if (defined !== undefined) return defined;
  if (ENVIRONMENTS.test(element.path)) return [unknown("environment", place, path)];
  if (element.path === "globalThis" && place !== undefined) {
    const global = globalOf(ev, key, place);
    if (global !== undefined) return global;
  }
  return resultMember(element.path, key, place) ?? [builtin(path)];
}

function globalOf(ev: Evaluator, key: string, place: Place): Value | undefined {
  const module = ev.host.moduleAt(place.file);
  return module === undefined ? undefined : globalValue(ev, module, key);
}
