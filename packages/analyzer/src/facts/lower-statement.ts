import { isOver } from "../bounds.ts";
import type * as t from "@babel/types";
import { branch, eitherOr } from "./branches.ts";
import type { Draft } from "./builder.ts";
import { add, define, noteParameterAfter, onPath, primitive, read, refined, unknown } from "./builder.ts";
import type { NodeId, Property } from "./language.ts";
import { setExport } from "./lower-assignment.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerClass, lowerFunction } from "./lower-function.ts";
import { lowerExport, lowerImportDeclaration } from "./lower-module.ts";
import { bindPattern, declare, propertyKey } from "./lower-pattern.ts";
import { bindState } from "./state-hooks.ts";
import { ownText } from "../source/own-text.ts";
import { assignedNames } from "./assigned-names.ts";
import { blockNames, createScope, exportedDeclaration, isAmbient, lookUp } from "./scope.ts";
import { endOf, startOf } from "./tree.ts";

/** Lowers a body: its names first, then its function declarations (they are hoisted), then the rest in order. */
export function hoistAndLower(draft: Draft, statements: readonly t.Statement[]): void {
  declare(draft, blockNames(statements));
  for (const statement of statements) {
    if (statement.type === "ImportDeclaration") lowerImportDeclaration(draft, statement);
  }
  for (const statement of statements) {
    const declaration = exportedDeclaration(statement) ?? statement;
    if (declaration.type === "FunctionDeclaration") defineFunction(draft, declaration);
  }
  for (const statement of statements) lowerStatement(draft, statement);
}

function defineFunction(draft: Draft, declaration: t.FunctionDeclaration): void {
  const value = lowerFunction(draft, declaration, undefined, "default");
  const binding = declaration.id ? lookUp(draft.scope, declaration.id.name) : undefined;
  if (binding !== undefined) define(draft, binding, value);
  else setExport(draft, "default", value);
}

function lowerBlock(draft: Draft, statements: readonly t.Statement[]): void {
  const { scope } = draft;
  draft.scope = createScope(scope, draft.current.id);
  hoistAndLower(draft, statements);
  draft.scope = scope;
}

function lowerBody(draft: Draft, statement: t.Statement): void {
  lowerBlock(draft, statement.type === "BlockStatement" ? statement.body : [statement]);
}

export function lowerStatement(draft: Draft, statement: t.Statement): void {
  if (isAmbient(statement)) return;
  switch (statement.type) {
    case "ExpressionStatement":
      lowerExpression(draft, statement.expression);
      break;
    case "VariableDeclaration":
      lowerVariables(draft, statement);
      break;
    case "ReturnStatement": {
      const value = statement.argument ? lowerExpression(draft, statement.argument) : primitive(draft, undefined);
      draft.current.results.push(onPath(draft, value));
      noteParameterAfter(draft);
      draft.environment.ended = true;
      break;
    }
    case "IfStatement": {
      const { alternate } = statement;
      const test = lowerExpression(draft, statement.test);
      branch(
        draft,
        test,
        () => { lowerBody(draft, statement.consequent); },
        () => { if (alternate) lowerBody(draft, alternate); },
      );
      break;
    }
    case "BlockStatement":
      lowerBlock(draft, statement.body);
      break;
    case "SwitchStatement":
      lowerSwitch(draft, statement);
      break;
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      lowerLoop(draft, statement);
      break;
    case "TryStatement":
      lowerTry(draft, statement);
      break;
    case "ThrowStatement":
      lowerExpression(draft, statement.argument);
      draft.environment.ended = true;
      break;
    case "BreakStatement":
    case "ContinueStatement":
      draft.environment.ended = true;
      break;
    case "LabeledStatement":
      lowerStatement(draft, statement.body);
      break;
    case "WithStatement":
      lowerExpression(draft, statement.object);
      lowerBody(draft, statement.body);
      break;
    case "ClassDeclaration": {
      const value = lowerClass(draft, statement, "default");
      const binding = statement.id ? lookUp(draft.scope, statement.id.name) : undefined;
      if (binding !== undefined) define(draft, binding, value);
      else setExport(draft, "default", value);
      break;
    }
    case "TSEnumDeclaration":
      lowerEnum(draft, statement);
      break;
    case "TSModuleDeclaration":
      lowerNamespace(draft, statement);
      break;
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
    case "TSExportAssignment":
    case "TSImportEqualsDeclaration":
      lowerExport(draft, statement);
      break;
    default:
    // Imports and function declarations were lowered first; types say nothing about values.
  }
}

function lowerVariables(draft: Draft, declaration: t.VariableDeclaration): void {
  for (const declarator of declaration.declarations) {
    const name = declarator.id.type === "Identifier" ? declarator.id.name : "";
    if (bindState(draft, declarator, (node) => lowerExpression(draft, node))) continue;
    if (declarator.init) bindPattern(draft, declarator.id, lowerExpression(draft, declarator.init, name), true);
    else if (declaration.kind !== "var" && declarator.id.type === "Identifier") {
      const binding = lookUp(draft.scope, declarator.id.name);
      // `let base;` says nothing about the value that readers will see: it is assigned before it is used.
      if (binding !== undefined) draft.environment.assign(binding, primitive(draft, undefined));
    }
  }
}

function lowerSwitch(draft: Draft, statement: t.SwitchStatement): void {
  const subject = lowerExpression(draft, statement.discriminant);
  const { scope } = draft;
  draft.scope = createScope(scope, draft.current.id);
  declare(draft, blockNames(statement.cases.flatMap((one) => one.consequent)));
  lowerCases(draft, subject, statement.cases);
  draft.scope = scope;
  draft.environment.ended = false;
}

/** Each case is an `if` on its label whose `else` is the rest; what falls through also runs the next body. */
function lowerCases(draft: Draft, subject: NodeId, cases: readonly t.SwitchCase[]): void {
  const [first, ...rest] = cases;
  if (first === undefined) return;
  const body = bodyFrom(cases);
  if (!first.test) {
    if (rest.some((one) => one.test)) {
      eitherOr(draft, [() => { lowerCaseBody(draft, body); }, () => { lowerCases(draft, subject, rest); }]);
    } else lowerCaseBody(draft, body);
    return;
  }
  const label = lowerExpression(draft, first.test);
  const test = add(draft, { kind: "compare", operator: "===", left: subject, right: label });
  // What an earlier case has taken can't come to a later one.
  branch(draft, test, () => { lowerCaseBody(draft, body); }, () => { lowerCases(draft, refined(draft, subject), rest); });
}

/** What runs from a case on. */
interface CaseBody {
  readonly statements: readonly t.Statement[];
  /** What runs, too, but is not followed: without a bound a switch of n cases would cost n². */
  readonly left: readonly t.Statement[];
}

function bodyFrom(cases: readonly t.SwitchCase[]): CaseBody {
  const statements: t.Statement[] = [];
  const left: t.Statement[] = [];
  let bodies = 0;
  for (const { consequent } of cases) {
    if (consequent.length > 0) bodies++;
    (isOver("fall-through", bodies, "") ? left : statements).push(...consequent);
    if (consequent.some(endsPath)) break;
  }
  return { statements, left };
}

function endsPath(statement: t.Statement): boolean {
  if (statement.type === "BlockStatement") return statement.body.some(endsPath);
  return ["BreakStatement", "ReturnStatement", "ThrowStatement", "ContinueStatement"].includes(statement.type);
}

function lowerCaseBody(draft: Draft, { statements, left }: CaseBody): void {
  for (const statement of statements) {
    // `break` ends the case, not the function: the join behind the switch must see what was assigned.
    if (statement.type === "BreakStatement") return;
    if (statement.type === "BlockStatement") {
      lowerBlock(draft, statement.body.filter((one) => one.type !== "BreakStatement"));
    } else lowerStatement(draft, statement);
  }
  for (const statement of left) {
    for (const name of assignedNames(statement)) {
      const binding = lookUp(draft.scope, name);
      if (binding !== undefined) define(draft, binding, unknown(draft, "budget", startOf(statement)));
    }
  }
}

type Loop = t.ForStatement | t.ForInStatement | t.ForOfStatement | t.WhileStatement | t.DoWhileStatement;

function lowerLoop(draft: Draft, loop: Loop): void {
  const { scope } = draft;
  draft.scope = createScope(scope, draft.current.id);
  if (loop.type === "ForStatement" && loop.init) {
    if (loop.init.type === "VariableDeclaration") {
      declare(draft, blockNames([loop.init]));
      lowerVariables(draft, loop.init);
    } else lowerExpression(draft, loop.init);
  }
  // A variable that the loop assigns holds any of its definitions in it and behind it.
  for (const name of assignedNames(loop)) {
    const binding = lookUp(draft.scope, name);
    if (binding !== undefined) draft.environment.forget(binding);
  }
  const run = (): void => {
    if (loop.type === "ForInStatement" || loop.type === "ForOfStatement") bindElement(draft, loop);
    else if (loop.test) lowerExpression(draft, loop.test);
    lowerBody(draft, loop.body);
    if (loop.type === "ForStatement" && loop.update) lowerExpression(draft, loop.update);
    draft.environment.ended = false;
  };
  draft.current.loops++;
  eitherOr(draft, [run, () => undefined]);
  draft.current.loops--;
  draft.scope = scope;
}

function bindElement(draft: Draft, loop: t.ForInStatement | t.ForOfStatement): void {
  const of = lowerExpression(draft, loop.right);
  const value =
    loop.type === "ForOfStatement" ? add(draft, { kind: "element", of }) : unknown(draft, "string-operation", startOf(loop));
  if (loop.left.type === "VariableDeclaration") {
    declare(draft, blockNames([loop.left]));
    const [declarator] = loop.left.declarations;
    if (declarator) bindPattern(draft, declarator.id, value, true);
  } else bindPattern(draft, loop.left, value, false);
}

function lowerTry(draft: Draft, statement: t.TryStatement): void {
  const { handler, finalizer } = statement;
  eitherOr(draft, [
    () => { lowerBlock(draft, statement.block.body); },
    () => {
      if (!handler) return;
      const { scope } = draft;
      draft.scope = createScope(scope, draft.current.id);
      if (handler.param) {
        declare(draft, handler.param.type === "Identifier" ? [handler.param.name] : []);
        bindPattern(draft, handler.param, unknown(draft, "callback", startOf(handler)), true);
      }
      lowerBlock(draft, handler.body.body);
      draft.scope = scope;
    },
  ]);
  if (finalizer) lowerBlock(draft, finalizer.body);
}

/** A namespace is an object with what it exports. */
function lowerNamespace(draft: Draft, statement: t.TSModuleDeclaration): void {
  // `declare module "*.png";` says nothing about values, and has no body.
  if (statement.declare === true || statement.body.type !== "TSModuleBlock") return;
  const { scope } = draft;
  const at = startOf(statement);
  draft.scope = createScope(scope, draft.current.id);
  const inner = statement.body.body.map((one) => exportedDeclaration(one) ?? one);
  hoistAndLower(draft, inner);
  const names = blockNames(statement.body.body.filter((one) => one.type === "ExportNamedDeclaration"));
  const properties = names.flatMap((key): Property[] => {
    const binding = draft.scope.names?.get(key);
    return binding === undefined ? [] : [{ key: ownText(key), value: read(draft, binding), accessor: false, start: at, end: at }];
  });
  draft.scope = scope;
  const binding = statement.id.type === "Identifier" ? lookUp(draft.scope, statement.id.name) : undefined;
  if (binding !== undefined) define(draft, binding, add(draft, { kind: "object", properties, at }));
}

function lowerEnum(draft: Draft, statement: t.TSEnumDeclaration): void {
  const members = statement.body?.members ?? statement.members;
  const properties: Property[] = members.map((one, index) => ({
    key: propertyKey(draft, { key: one.id }),
    value: one.initializer ? lowerExpression(draft, one.initializer) : primitive(draft, index),
    accessor: false,
    start: startOf(one),
    end: endOf(one),
  }));
  const binding = lookUp(draft.scope, statement.id.name);
  const value = add(draft, { kind: "object", properties, at: startOf(statement) });
  if (binding !== undefined) define(draft, binding, value);
}

