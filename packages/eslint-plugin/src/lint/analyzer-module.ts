import { createRequire } from "node:module";
import type { Analyzer, DigestTools, explainHole, FileAccess, judgeValue, parseMarkup, ProjectDigest, projectDigest, ProjectSettings } from "@wx-domain/analyzer";

interface AnalyzerModule {
  readonly createAnalyzer: (files: FileAccess) => Analyzer;
  readonly explainHole: typeof explainHole;
  readonly judgeValue: typeof judgeValue;
  readonly parseMarkup: typeof parseMarkup;
  readonly projectDigest: typeof projectDigest;
}

interface NodeModule {
  readonly nodeFiles: () => FileAccess;
}

/** What the rules need of the analyzer. */
export interface AnalyzerTools {
  readonly analyzer: Analyzer;
  readonly explainHole: typeof explainHole;
  readonly judgeValue: typeof judgeValue;
  readonly parseMarkup: typeof parseMarkup;
  /** One hash of what the lint of a file can learn from the app's other files. */
  readonly digestOf: (root: string, settings: ProjectSettings, tools: DigestTools) => ProjectDigest;
}

// The analyzer brings a parser that takes as long to load as half of ESLint, which a run without a file to lint, or an editor's start,
// need not wait for. Rules are synchronous, so it is required, which Node allows for modules without top-level await.
const load: (name: string) => unknown = createRequire(import.meta.url);

let tools: AnalyzerTools | undefined;

/** The one analysis of this process; loaded when the first file is linted. */
export function analyzerTools(): AnalyzerTools {
  return (tools ??= startAnalyzer());
}

function startAnalyzer(): AnalyzerTools {
  const module = load("@wx-domain/analyzer");
  const node = load("@wx-domain/analyzer/node");
  if (!isAnalyzerModule(module) || !isNodeModule(node)) {
    throw new TypeError("@wx-domain/analyzer has another version than eslint-plugin-wx-domain: install both anew.");
  }
  const files = node.nodeFiles();
  return {
    analyzer: module.createAnalyzer(files),
    explainHole: module.explainHole,
    judgeValue: module.judgeValue,
    parseMarkup: module.parseMarkup,
    digestOf: (root, settings, digestTools) => module.projectDigest(root, files, settings, digestTools),
  };
}

function isAnalyzerModule(value: unknown): value is AnalyzerModule {
  return ["createAnalyzer", "explainHole", "judgeValue", "parseMarkup", "projectDigest"].every((name) => hasFunction(value, name));
}

function isNodeModule(value: unknown): value is NodeModule {
  return hasFunction(value, "nodeFiles");
}

function hasFunction(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, name) === "function";
}
