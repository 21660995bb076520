import type * as t from "@babel/types";
import { createDraft, settleCaptures } from "./builder.ts";
import type { FunctionDraft } from "./builder.ts";
import { recogniseConstructors } from "./es5-constructors.ts";
import type { FunctionFacts, ModuleFacts, Span } from "./language.ts";
import { declare } from "./lower-pattern.ts";
import { hoistAndLower } from "./lower-statement.ts";
import { varNames } from "./scope.ts";

/**
 * The facts of one module from its tree. The tree is not kept. Of a function whose body is not worth reading only that it is there.
 *
 * @throws RangeError on a tree that is nested too deeply for the stack; the caller lists the file as skipped.
 */
export function lowerModule(program: t.Program, code: string, isComponentFile: boolean, isRead: (body: Span) => boolean = () => true): ModuleFacts {
  const draft = createDraft(isComponentFile, code.length, isRead);
  declare(draft, varNames(program.body));
  hoistAndLower(draft, program.body);
  draft.current.last = draft.environment;
  settleCaptures(draft);
  recogniseConstructors(draft);
  return {
    nodes: draft.nodes.slice(),
    owners: draft.owners.slice(),
    functions: draft.functions.map(factsOf),
    classes: draft.classes,
    bindings: draft.bindings.map(({ name, owner, definitions }) => ({ name, owner, definitions: definitions.slice() })),
    exports: draft.exports,
    reExports: draft.reExports,
    assignments: draft.assignments,
    objectRoles: draft.objectRoles,
    objectParents: draft.objectParents,
    callbacks: draft.callbacks,
    elements: draft.elements,
    usesExportsObject: draft.usesExportsObject,
    specifiers: [...draft.specifiers.keys()],
    lazySpecifiers: new Set([...draft.specifiers].flatMap(([specifier, loads]) => (loads === "later" ? [specifier] : []))),
    lineStarts: lineStarts(code),
    isComponentFile,
  };
}

/** Copies of lists that grew one by one: V8 leaves room for sixteen more in each, and most have one. */
function factsOf({ id, name, parent, home, parameters, results, firstParameterAfter, calls, start, end }: FunctionDraft): FunctionFacts {
  return { id, name, parent, home, parameters, results: results.slice(), firstParameterAfter: firstParameterAfter.slice(), calls: calls.slice(), start, end };
}

function lineStarts(code: string): number[] {
  const starts = [0];
  for (let at = code.indexOf("\n"); at !== -1; at = code.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts.slice();
}
