import type * as t from "@babel/types";
import type { BindingId, FunctionId } from "./language.ts";

/** Names and their bindings, block within block. */
export interface Scope {
  /** Made with the first: most blocks declare none. */
  names: Map<string, BindingId> | undefined;
  readonly parent: Scope | undefined;
  readonly function: FunctionId;
}

export function createScope(parent: Scope | undefined, owner: FunctionId): Scope {
  return { names: undefined, parent, function: owner };
}

export function lookUp(scope: Scope, name: string): BindingId | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = at.names?.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The names that a declaration's left side binds. */
export function boundNames(pattern: t.Node | null | undefined, into: string[] = []): string[] {
  switch (pattern?.type) {
    case "Identifier":
      into.push(pattern.name);
      break;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        boundNames(property.type === "RestElement" ? property.argument : property.value, into);
      }
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) boundNames(element, into);
      break;
    case "AssignmentPattern":
      boundNames(pattern.left, into);
      break;
    case "RestElement":
      boundNames(pattern.argument, into);
      break;
    case "TSParameterProperty":
      boundNames(pattern.parameter, into);
      break;
    default:
  }
  return into;
}

/** Names that a block declares for itself: `let`, `const`, `class`, imports and functions. */
export function blockNames(statements: readonly t.Statement[]): string[] {
  const names: string[] = [];
  for (const statement of statements) {
    const declaration = exportedDeclaration(statement) ?? statement;
    if (isAmbient(declaration)) continue;
    if (declaration.type === "VariableDeclaration" && declaration.kind !== "var") {
      for (const declarator of declaration.declarations) boundNames(declarator.id, names);
    } else if (declaration.type === "ClassDeclaration" || declaration.type === "FunctionDeclaration") {
      if (declaration.id) names.push(declaration.id.name);
    } else if (declaration.type === "TSEnumDeclaration") {
      names.push(declaration.id.name);
    } else if (declaration.type === "TSModuleDeclaration" && declaration.id.type === "Identifier") {
      names.push(declaration.id.name);
    } else if (declaration.type === "TSImportEqualsDeclaration") {
      names.push(declaration.id.name);
    } else if (declaration.type === "ImportDeclaration" && declaration.importKind !== "type") {
      for (const specifier of declaration.specifiers) names.push(specifier.local.name);
    }
  }
  return names;
}

/** `declare const API: string`: the name is another's, such as a compile-time one or the platform's. */
export function isAmbient(statement: t.Statement): boolean {
  return (statement.type === "VariableDeclaration" || statement.type === "TSModuleDeclaration") && statement.declare === true;
}

export function exportedDeclaration(statement: t.Statement): t.Declaration | undefined {
  if (statement.type === "ExportNamedDeclaration") return statement.declaration ?? undefined;
  if (statement.type === "ExportDefaultDeclaration") {
    const { declaration } = statement;
    if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") return declaration;
  }
  return undefined;
}

/** `var` names of a function's body: they are visible in all of it, wherever they stand. */
export function varNames(statements: readonly (t.Statement | null | undefined)[], into: string[] = []): string[] {
  for (const statement of statements) {
    if (statement) varNamesOf(statement, into);
  }
  return into;
}

function varNamesOf(statement: t.Statement, into: string[]): void {
  switch (statement.type) {
    case "VariableDeclaration":
      if (statement.kind === "var" && !isAmbient(statement)) for (const declarator of statement.declarations) boundNames(declarator.id, into);
      break;
    case "BlockStatement":
      varNames(statement.body, into);
      break;
    case "IfStatement":
      varNames([statement.consequent, statement.alternate], into);
      break;
    case "ForStatement":
      if (statement.init?.type === "VariableDeclaration") varNamesOf(statement.init, into);
      varNamesOf(statement.body, into);
      break;
    case "ForInStatement":
    case "ForOfStatement":
      if (statement.left.type === "VariableDeclaration") varNamesOf(statement.left, into);
      varNamesOf(statement.body, into);
      break;
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
    case "WithStatement":
      varNamesOf(statement.body, into);
      break;
    case "TryStatement":
      varNames([statement.block, statement.handler?.body, statement.finalizer], into);
      break;
    case "SwitchStatement":
      for (const one of statement.cases) varNames(one.consequent, into);
      break;
    case "ExportNamedDeclaration":
      if (statement.declaration) varNamesOf(statement.declaration, into);
      break;
    default:
  }
}
