import type * as t from "@babel/types";
import type { Draft } from "./builder.ts";
import { add, define, intern, read } from "./builder.ts";
import type { NodeId } from "./language.ts";
import { setExport } from "./lower-assignment.ts";
import { ownText } from "../source/own-text.ts";
import { lowerExpression } from "./lower-expression.ts";
import { lowerClass } from "./lower-function.ts";
import { lowerStatement } from "./lower-statement.ts";
import { boundNames, lookUp } from "./scope.ts";
import { moduleName, namespaceName, startOf } from "./tree.ts";

export function lowerImportDeclaration(draft: Draft, declaration: t.ImportDeclaration): void {
  if (declaration.importKind === "type" || declaration.importKind === "typeof") return;
  const specifier = ownText(declaration.source.value);
  draft.specifiers.set(specifier, "at once");
  for (const one of declaration.specifiers) {
    const binding = lookUp(draft.scope, one.local.name);
    if (binding === undefined) continue;
    const at = startOf(declaration);
    if (one.type === "ImportNamespaceSpecifier") {
      define(draft, binding, add(draft, { kind: "module", specifier, at }));
    } else {
      const name = one.type === "ImportDefaultSpecifier" ? "default" : moduleName(one.imported);
      define(draft, binding, add(draft, { kind: "imported", specifier, name, at }));
    }
  }
}

type ModuleStatement =
  | t.ExportNamedDeclaration
  | t.ExportDefaultDeclaration
  | t.ExportAllDeclaration
  | t.TSExportAssignment
  | t.TSImportEqualsDeclaration;

export function lowerExport(draft: Draft, statement: ModuleStatement): void {
  switch (statement.type) {
    case "ExportAllDeclaration": {
      if (statement.exportKind === "type") return;
      const specifier = ownText(statement.source.value);
      const namespace = namespaceName(statement);
      draft.specifiers.set(specifier, "at once");
      if (namespace === undefined) draft.reExports.push({ specifier, exported: null, imported: "*" });
      else setExport(draft, namespace, add(draft, { kind: "module", specifier, at: startOf(statement) }));
      return;
    }
    case "TSExportAssignment":
      setExport(draft, "=", lowerExpression(draft, statement.expression));
      return;
    case "TSImportEqualsDeclaration": {
      const binding = lookUp(draft.scope, statement.id.name);
      if (binding === undefined || statement.moduleReference.type !== "TSExternalModuleReference") return;
      const specifier = ownText(statement.moduleReference.expression.value);
      draft.specifiers.set(specifier, "at once");
      define(draft, binding, add(draft, { kind: "module", specifier, at: startOf(statement) }));
      return;
    }
    case "ExportDefaultDeclaration":
      lowerDefault(draft, statement);
      return;
    case "ExportNamedDeclaration":
      lowerNamed(draft, statement);
  }
}

function lowerDefault(draft: Draft, statement: t.ExportDefaultDeclaration): void {
  const { declaration } = statement;
  if (declaration.type === "FunctionDeclaration") {
    // Lowered when it was hoisted; a named one is known by its binding.
    const binding = declaration.id ? lookUp(draft.scope, declaration.id.name) : undefined;
    if (binding !== undefined) setExport(draft, "default", read(draft, binding));
  } else if (declaration.type === "ClassDeclaration") {
    const value = lowerClass(draft, declaration, "default");
    const binding = declaration.id ? lookUp(draft.scope, declaration.id.name) : undefined;
    if (binding !== undefined) define(draft, binding, value);
    setExport(draft, "default", value);
  } else if (declaration.type !== "TSDeclareFunction") {
    const value = lowerExpression(draft, declaration, "default");
    if (draft.isComponentFile && draft.nodes[value]?.kind === "object") {
      draft.objectRoles.set(value, { call: COMPONENT_FILE, argument: 0 });
    }
    setExport(draft, "default", value);
  }
}

/** Stands for the call that a single-file component's compiler makes of its default export. */
const COMPONENT_FILE: NodeId = -1;

function lowerNamed(draft: Draft, statement: t.ExportNamedDeclaration): void {
  if (statement.exportKind === "type") return;
  const { declaration, source } = statement;
  if (source) {
    const specifier = ownText(source.value);
    draft.specifiers.set(specifier, "at once");
    for (const one of statement.specifiers) {
      if (one.type === "ExportSpecifier") {
        draft.reExports.push({ specifier, exported: moduleName(one.exported), imported: moduleName(one.local) });
      } else if (one.type === "ExportNamespaceSpecifier") {
        setExport(draft, moduleName(one.exported), add(draft, { kind: "module", specifier, at: startOf(one) }));
      } else {
        draft.reExports.push({ specifier, exported: moduleName(one.exported), imported: "default" });
      }
    }
    return;
  }
  if (declaration) {
    if (declaration.type !== "FunctionDeclaration") lowerStatement(draft, declaration);
    for (const name of declaredNames(declaration)) exportBinding(draft, name, name);
    return;
  }
  for (const one of statement.specifiers) {
    if (one.type === "ExportSpecifier") exportBinding(draft, one.local.name, moduleName(one.exported));
  }
}

function declaredNames(declaration: t.Declaration): string[] {
  if (declaration.type === "VariableDeclaration") return declaration.declarations.flatMap((one) => boundNames(one.id));
  if ((declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") && declaration.id) return [declaration.id.name];
  if (declaration.type === "TSEnumDeclaration") return [declaration.id.name];
  if (declaration.type === "TSModuleDeclaration" && declaration.id.type === "Identifier") return [declaration.id.name];
  return [];
}

/** An export is live: its readers see whatever the binding is given, anywhere. */
function exportBinding(draft: Draft, local: string, exported: string): void {
  const binding = lookUp(draft.scope, local);
  if (binding === undefined) return;
  setExport(draft, exported, intern(draft, `variable ${String(binding)}`, { kind: "variable", binding }));
}
