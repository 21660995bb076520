import { parse, parseExpression } from "@babel/parser";
import type { Expression, File, Node, Statement } from "@babel/types";

/** A configuration in JavaScript or TypeScript, as far as it has to be known to be extended. */
export interface ConfigTree {
  readonly statements: readonly Statement[];
  /** What it exports, behind names and types; undefined: nothing that is found in its text. */
  readonly exported: Expression | undefined;
  readonly isCommonJs: boolean;
}

/** Undefined: it can't be parsed. */
export function parseConfig(text: string): ConfigTree | undefined {
  const file = attempt(() => parse(text, { sourceType: "unambiguous", allowReturnOutsideFunction: true, plugins: ["typescript"] }));
  if (file === undefined) return undefined;
  const statements = file.program.body;
  const module = statements.flatMap((statement) => (statement.type === "ExportDefaultDeclaration" && isExpression(statement.declaration) ? [statement.declaration] : []));
  const common = statements.flatMap((statement) => assignedToExports(statement) ?? []);
  const [exported] = [...module, ...common];
  return {
    statements,
    exported: exported === undefined ? undefined : resolved(exported, statements),
    isCommonJs: module.length === 0 && common.length > 0,
  };
}

/** A configuration in JSON, in which ESLint allows comments. */
export function parseJson(text: string): Expression | undefined {
  return attempt(() => parseExpression(text.replace(/^\uFEFF/, " ")));
}

function attempt<T extends File | Expression>(parsing: () => T): T | undefined {
  try {
    return parsing();
  } catch {
    return undefined;
  }
}

/** `module.exports = …`. */
function assignedToExports(statement: Statement): Expression | undefined {
  const expression = statement.type === "ExpressionStatement" ? statement.expression : undefined;
  if (expression?.type !== "AssignmentExpression" || expression.left.type !== "MemberExpression") return undefined;
  const { object, property } = expression.left;
  const isExports = object.type === "Identifier" && object.name === "module" && property.type === "Identifier" && property.name === "exports";
  return isExports ? expression.right : undefined;
}

/** The expression behind types, and behind the name of a constant of the file. */
function resolved(expression: Expression, statements: readonly Statement[]): Expression {
  switch (expression.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "ParenthesizedExpression":
      return resolved(expression.expression, statements);
    case "Identifier": {
      const declared = statements.flatMap((statement) => (statement.type === "VariableDeclaration" ? statement.declarations : []));
      const value = declared.find(({ id }) => id.type === "Identifier" && id.name === expression.name)?.init;
      return value === undefined || value === null || value.type === "Identifier" ? expression : resolved(value, statements);
    }
    default:
      return expression;
  }
}

function isExpression(node: Node): node is Expression {
  return node.type !== "FunctionDeclaration" && node.type !== "ClassDeclaration" && node.type !== "TSDeclareFunction";
}
