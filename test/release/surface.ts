import { join } from "node:path";
import ts from "typescript";
import { manifestIn } from "./dependencies.ts";

interface Exports {
  readonly exports?: Readonly<Record<string, string | { readonly types?: string }>>;
}

/** Everything that programs can import from a built package, one name a line, below its entry point. */
export function surfaceOf(folder: string): string {
  const { exports = {} } = manifestIn(folder) as Exports;
  const lines = Object.entries(exports).flatMap(([entry, target]) => {
    const types = typeof target === "string" ? undefined : target.types;
    return [entry, ...(types === undefined ? [] : namesIn(join(folder, types)).map((name) => `  ${name}`))];
  });
  return `${lines.join("\n")}\n`;
}

function namesIn(declarations: string): readonly string[] {
  const program = ts.createProgram([declarations], { module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ESNext, skipLibCheck: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(declarations);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${declarations} is no module.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return `${kindOf(target)} ${symbol.name}${membersOf(target)}`;
    })
    .sort();
}

function kindOf({ flags }: ts.Symbol): string {
  if (flags & ts.SymbolFlags.Function) return "function";
  if (flags & ts.SymbolFlags.Class) return "class";
  if (flags & ts.SymbolFlags.Interface) return "interface";
  if (flags & ts.SymbolFlags.TypeAlias) return "type";
  return "const";
}

/** An interface's own members: what a program may write or read. */
function membersOf({ flags, members }: ts.Symbol): string {
  if (!(flags & ts.SymbolFlags.Interface) || members === undefined) return "";
  const names = [...members.values()].map(({ name, flags: ofMember }) => `${name}${ofMember & ts.SymbolFlags.Optional ? "?" : ""}`);
  return ` { ${names.join(", ")} }`;
}
