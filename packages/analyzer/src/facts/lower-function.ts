import type * as t from "@babel/types";
import type { Draft, FunctionDraft } from "./builder.ts";
import { add, define, intern, noteParameterAfter, onPath, read, unknown } from "./builder.ts";
import { Environment } from "./environment.ts";
import type { ClassFacts, ClassMember, FunctionId, Home, NodeId } from "./language.ts";
import { assignMember } from "./lower-assignment.ts";
import { lowerExpression } from "./lower-expression.ts";
import { isPluginParameter } from "../models/components.ts";
import { bindPattern, declare, propertyKey } from "./lower-pattern.ts";
import { hoistAndLower } from "./lower-statement.ts";
import { ownText } from "../source/own-text.ts";
import { boundNames, createScope, lookUp, varNames } from "./scope.ts";
import { endOf, memberView, startOf } from "./tree.ts";
import type { AnyFunction } from "./tree.ts";

/** Runs `lower` inside a new function and gives its draft. */
function inFunction(
  draft: Draft,
  span: { start: number; end: number },
  options: { name: string; home: Home | undefined; parameters: number; sharesThis: boolean },
  lower: (inner: FunctionDraft) => void,
): FunctionDraft {
  const { current, scope, environment, path } = draft;
  const id = draft.functions.length;
  const inner: FunctionDraft = {
    id,
    name: ownText(options.name),
    parent: current.id,
    home: options.home,
    parameters: options.parameters,
    results: [],
    calls: [],
    firstParameterAfter: [],
    firstParameter: undefined,
    turns: 0,
    loops: 0,
    ...span,
    thisFunction: options.sharesThis ? current.thisFunction : id,
    outer: { function: current, environment },
    last: undefined,
    interned: new Map(),
  };
  draft.functions.push(inner);
  draft.current = inner;
  draft.scope = createScope(scope, id);
  draft.environment = new Environment(undefined);
  draft.path = [];
  lower(inner);
  inner.last = draft.environment;
  draft.current = current;
  draft.scope = scope;
  draft.environment = environment;
  draft.path = path;
  return inner;
}

export function lowerFunction(draft: Draft, node: AnyFunction, home: Home | undefined, name: string): NodeId {
  const span = { start: startOf(node), end: endOf(node) };
  const own = "id" in node && node.id ? node.id.name : name;
  const sharesThis = node.type === "ArrowFunctionExpression";
  const inner = inFunction(draft, span, { name: own, home, parameters: node.params.length, sharesThis }, (fn) => {
    if (!draft.isRead(span)) {
      fn.results.push(unknown(draft, "budget", span.start));
      return;
    }
    if (node.type === "FunctionExpression" && node.id) {
      declare(draft, [node.id.name]);
      const self = draft.scope.names?.get(node.id.name);
      if (self !== undefined) define(draft, self, add(draft, { kind: "function", function: fn.id }));
    }
    node.params.forEach((parameter, index) => {
      declare(draft, boundNames(parameter));
      const rest = parameter.type === "RestElement";
      const key = `parameter ${String(fn.id)} ${String(index)}`;
      const isVue = index < 2 && parameter.type === "Identifier" && isPluginParameter(own, parameter.name);
      const value = isVue
        ? add(draft, { kind: "global", name: "Vue" })
        : intern(draft, key, { kind: "parameter", function: fn.id, index, rest });
      bindPattern(draft, parameter, value, true);
      if (index === 0 && parameter.type === "Identifier") fn.firstParameter = draft.scope.names?.get(parameter.name);
      if (parameter.type === "TSParameterProperty") assignProperty(draft, parameter);
    });
    if (node.body.type === "BlockStatement") {
      declare(draft, varNames(node.body.body));
      hoistAndLower(draft, node.body.body);
      if (!draft.environment.ended) noteParameterAfter(draft);
    } else {
      fn.results.push(onPath(draft, lowerExpression(draft, node.body)));
      noteParameterAfter(draft);
    }
  });
  return add(draft, { kind: "function", function: inner.id });
}

/** `constructor(private base: string)` declares a field and gives it the argument. */
function assignProperty(draft: Draft, parameter: t.TSParameterProperty): void {
  const self = intern(draft, "this", { kind: "this", function: draft.current.thisFunction });
  for (const name of boundNames(parameter)) {
    const binding = lookUp(draft.scope, name);
    if (binding !== undefined) assignMember(draft, self, name, read(draft, binding));
  }
}

/** A class whose constructor has not been met yet. */
type ClassDraft = Omit<ClassFacts, "constructorFunction"> & { constructorFunction: FunctionId | undefined };

export function lowerClass(draft: Draft, node: t.ClassDeclaration | t.ClassExpression, name: string): NodeId {
  const superClass = node.superClass ? lowerExpression(draft, node.superClass) : undefined;
  const id = draft.classes.length;
  const members: ClassMember[] = [];
  const facts: ClassDraft = { id, name: ownText(node.id?.name ?? name), superClass, constructorFunction: undefined, members, owner: draft.current.id };
  draft.classes.push(facts);
  for (const member of node.body.body) {
    const home = (isStatic: boolean): Home => ({ kind: "class", class: id, isStatic });
    const span = { start: startOf(member), end: endOf(member) };
    const view = memberView(member);
    if (view.kind === "static-block") {
      inFunction(draft, span, { name: "", home: home(true), parameters: 0, sharesThis: false }, () => {
        hoistAndLower(draft, view.body);
      });
    } else if (view.kind === "field") {
      const key = propertyKey(draft, view);
      const options = { name: typeof key === "string" ? key : "", home: home(view.isStatic), parameters: 0, sharesThis: false };
      const inner = inFunction(draft, span, options, (fn) => {
        fn.results.push(lowerExpression(draft, view.value, options.name));
      });
      members.push({ key, kind: "field", isStatic: view.isStatic, function: inner.id });
    } else if (view.kind !== "none") {
      const key = propertyKey(draft, view);
      const fn = functionOf(draft, lowerFunction(draft, view.function, home(view.isStatic), typeof key === "string" ? key : ""));
      if (fn === undefined) continue;
      if (view.kind === "constructor") facts.constructorFunction = fn;
      else members.push({ key, kind: view.kind, isStatic: view.isStatic, function: fn });
    }
  }
  return add(draft, { kind: "class", class: id });
}

function functionOf(draft: Draft, node: NodeId): FunctionId | undefined {
  const made = draft.nodes[node];
  return made?.kind === "function" ? made.function : undefined;
}
