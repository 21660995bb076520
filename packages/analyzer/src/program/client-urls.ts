import { CONFIGURATION_MEMBERS, configuredMember } from "../evaluate/client-configuration.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { ClientModel } from "../models/clients.ts";
import { originOf } from "../values/origin.ts";
import { concatenate, knownPrefix, knownText } from "../values/pattern.ts";
import type { Element, Value } from "../values/value.ts";
import { patternOf, string, union } from "../values/value.ts";

/**
 * The base URLs of a client: of the call's own options, else its configuration, what is assigned to its defaults, and
 * what `setConfig` makes of it. `receiver` is the client, or the path of one that a package hands out ready.
 */
export function baseOfClient(ev: Evaluator, receiver: Element, model: ClientModel, own: Value): Value {
  const overriding = meaningful(own);
  // Options that somebody hands in may hold a base of their own, or none.
  const isUnsure = overriding.every((element) => element.kind === "parameter" || element.kind === "unknown");
  if (!isUnsure) return overriding;
  return meaningful(union([overriding, ...model.base.flatMap((key) => CONFIGURATION_MEMBERS.map((name) => configuredMember(ev, receiver, model, name, key)))]));
}

function meaningful(value: Value): Value {
  return value.filter((element) => element.kind !== "primitive" && !(element.kind === "string" && knownText(element.pattern) === ""));
}

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
