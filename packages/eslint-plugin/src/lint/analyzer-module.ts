import type { Analyzer, DigestTools, ProjectDigest, ProjectSettings } from "@wx-domain/analyzer";
import { host } from "#host";
import type { AnalyzerModule } from "../host/host.ts";

/** What the rules need of the analyzer. */
export interface AnalyzerTools extends Pick<AnalyzerModule, "explainHole" | "hasDecorators" | "isVendoredPath" | "judgeValue" | "parseMarkup" | "removeDeadRegions"> {
  readonly analyzer: Analyzer;
  /** One hash of what the lint of a file can learn from the app's other files. */
  readonly digestOf: (root: string, settings: ProjectSettings, tools: DigestTools) => ProjectDigest;
}

let tools: AnalyzerTools | undefined;

/** The one analysis of this process; loaded when the first file is linted. */
export function analyzerTools(): AnalyzerTools {
  return (tools ??= startAnalyzer());
}

function startAnalyzer(): AnalyzerTools {
  const { createAnalyzer, projectDigest, explainHole, hasDecorators, isVendoredPath, judgeValue, parseMarkup, removeDeadRegions } = host.analyzer();
  const files = host.files();
  return {
    analyzer: createAnalyzer(files),
    explainHole,
    hasDecorators,
    isVendoredPath,
    judgeValue,
    parseMarkup,
    removeDeadRegions,
    digestOf: (root, settings, digestTools) => projectDigest(root, files, settings, digestTools),
  };
}
