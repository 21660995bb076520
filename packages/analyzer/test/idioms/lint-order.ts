import { createAnalyzer } from "../../src/analysis/analyzer.ts";
import type { Analyzer } from "../../src/analysis/file-analysis.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { SOURCE_EXTENSION } from "../../src/project/module-extensions.ts";

/** A repository's texts by absolute path. */
type Texts = Readonly<Record<string, string>>;

/** By file, in the order of looking: what its lint says, a line a call. */
type Linted = ReadonlyMap<string, readonly string[]>;

function lint(analyzer: Analyzer, path: string, text: string): string[] {
  return analyzer.file(path, text).calls.map(({ callee, span, values, dynamic }) =>
    [callee, String(span.start), ...values.map(({ pattern }) => pattern).toSorted(), dynamic ? "dynamic" : ""].join(" ").trimEnd(),
  );
}

const startProcess = (texts: Texts): Analyzer => createAnalyzer(memoryFiles({ ...texts }), () => 0);

/** Each source file in a process that looks at nothing else. */
export function lintedAlone(texts: Texts): Linted {
  return new Map(sourcesOf(texts).map(([path, text]) => [path, lint(startProcess(texts), path, text)]));
}

/** All source files in one process, forwards and backwards. */
export function lintedTogether(texts: Texts): readonly Linted[] {
  const sources = sourcesOf(texts);
  return [sources, sources.toReversed()].map((order) => {
    const analyzer = startProcess(texts);
    return new Map(order.map(([path, text]) => [path, lint(analyzer, path, text)]));
  });
}

function sourcesOf(texts: Texts): [path: string, text: string][] {
  return Object.entries(texts).filter(([path]) => SOURCE_EXTENSION.test(path));
}
