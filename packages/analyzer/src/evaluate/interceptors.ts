import type { FunctionId, NodeId } from "../facts/language.ts";
import { CLIENT_INTERCEPTORS, interceptorModel, isRegistering } from "../models/interceptors.ts";
import type { Module } from "../program/module.ts";
import type { Element, ElementOf, Value } from "../values/value.ts";
import { record, union } from "../values/value.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Frame } from "./frame.ts";
import { frameAround } from "./identity.ts";
import { keysOf, memberOf } from "./member.ts";
import { methodCallsIn } from "./method-calls.ts";
import type { MethodCall } from "./method-calls.ts";
import { moduleIndex } from "./module-index.ts";
import { argumentAt } from "./parameters.ts";

/** The calls that may register an interceptor. */
const registrations = moduleIndex((module) => methodCallsIn(module, isRegistering));

/** Runs `visit` for each registering call with the frame around it, as `client` sees it. */
function eachRegistration(ev: Evaluator, client: Element | undefined, visit: (module: Module, one: MethodCall, frame: Frame) => void): void {
  for (const one of registrations.of(ev)) visit(one.module, one, frameAround(ev, client, one.module, one.module.facts.owners[one.call] ?? 0));
}

function functionsOf(value: Value): ElementOf<"function">[] {
  return value.filter((element) => element.kind === "function");
}

/** The options of a platform's network call after the interceptors that the program adds to it. */
export function interceptedOptions(ev: Evaluator, path: string, options: Value): Value {
  let current = options;
  eachRegistration(ev, undefined, (module, { call, callee }, frame) => {
    for (const registering of ev.value(module, callee, frame)) {
      const model = registering.kind === "builtin" ? interceptorModel(registering.path, path, ev.host.platformObjects) : undefined;
      if (model === undefined) continue;
      const args = { kind: "call", call: { module, node: call, frame }, skip: 0 } as const;
      if (model.name !== undefined && !keysOf(argumentAt(ev, args, model.name)).known.some((name) => path.endsWith(`.${name}`))) continue;
      const { member } = model;
      const given = argumentAt(ev, args, model.argument);
      const handlers = functionsOf(member === undefined ? given : given.flatMap((one) => memberOf(ev, one, member, undefined)));
      for (const handler of handlers) {
        current = union(current.map((one) => (model.gives === "parameter" ? changedParameter(ev, handler, one) : proceededWith(ev, handler, one))));
      }
    }
  });
  return current;
}

/** What a client's interceptors make of its configuration. */
export function interceptedConfig(ev: Evaluator, client: Element, config: Element): Value {
  let current: Value = [config];
  eachRegistration(ev, client, (module, { call, receiver }, frame) => {
    if (!ev.value(module, receiver, frame).some((element) => isInterceptorsOf(element, client))) return;
    const args = { kind: "call", call: { module, node: call, frame }, skip: 0 } as const;
    for (const handler of functionsOf(argumentAt(ev, args, 0))) {
      current = union(
        current.map((one): Value => {
          // Another result than an object (a rejected promise, nothing) sends no request.
          const results = ev.results(frameOf(ev, handler, [one])).filter(isObject);
          return results.length > 0 ? results : [one];
        }),
      );
    }
  });
  return current;
}

function isInterceptorsOf(element: Element, client: Element): boolean {
  if (element.kind === "builtin") return client.kind === "builtin" && element.path === `${client.path}.${CLIENT_INTERCEPTORS}`;
  return element.kind === "client-method" && element.client.key === client.key && element.method === CLIENT_INTERCEPTORS;
}

function isObject(element: Element): boolean {
  return element.kind === "assigned" || element.kind === "record" || element.kind === "literal" || element.kind === "merged" || element.kind === "without";
}

function frameOf(ev: Evaluator, handler: ElementOf<"function">, values: Value): Frame {
  return ev.frames.make(handler.module, handler.function, handler.frame, { kind: "values", values: [values] }, handler.self);
}

/** The object that a function was handed, as the function leaves it. */
function changedParameter(ev: Evaluator, handler: ElementOf<"function">, options: Element): Value {
  const after = handler.module.facts.functions[handler.function]?.firstParameterAfter ?? [];
  const frame = frameOf(ev, handler, [options]);
  const changed = union(after.map((node) => ev.value(handler.module, node, frame)));
  return changed.length > 0 ? changed : [options];
}

/** What an interceptor hands on with `chain.proceed(…)`. */
function proceededWith(ev: Evaluator, handler: ElementOf<"function">, options: Element): Value {
  const chain = record(`chain ${options.key}`, new Map([["requestParams", [options]]]));
  const frame = frameOf(ev, handler, [chain]);
  const handedOn = proceedCalls(handler.module, handler.function).flatMap((call) => {
    const at = ev.frames.at(frame, handler.module, handler.module.facts.owners[call] ?? 0);
    return argumentAt(ev, { kind: "call", call: { module: handler.module, node: call, frame: at }, skip: 0 }, 0).filter(isObject);
  });
  return handedOn.length > 0 ? union([handedOn]) : [options];
}

/** The calls of a method `proceed` in a function and in the functions written in it. */
function proceedCalls(module: Module, id: FunctionId): readonly NodeId[] {
  const isInside = (inner: FunctionId): boolean => {
    for (let at = inner; at !== 0; at = module.facts.functions[at]?.parent ?? 0) if (at === id) return true;
    return false;
  };
  return module.facts.functions.filter((fn) => isInside(fn.id)).flatMap((fn) =>
    fn.calls.filter((call) => {
      const node = module.facts.nodes[call];
      const callee = node?.kind === "call" ? module.facts.nodes[node.callee] : undefined;
      const key = callee?.kind === "member" ? module.facts.nodes[callee.key] : undefined;
      return key?.kind === "text" && key.value === "proceed";
    }),
  );
}
