/** Lets the plugin find the analyzer's sources, as tests read sources: at run time it requires what was built. */
import { vi } from "vitest";
import type { AnalyzerTools } from "../src/lint/analyzer-module.ts";

vi.mock("../src/lint/analyzer-module.ts", async () => {
  const { createAnalyzer, explainHole, findProjectRoot, judgeValue, projectDigest } = await import("@wx-domain/analyzer");
  const { nodeFiles } = await import("@wx-domain/analyzer/node");
  const files = nodeFiles();
  const tools: AnalyzerTools = {
    analyzer: createAnalyzer(files),
    explainHole,
    judgeValue,
    appFolderOf: (path) => findProjectRoot(path, files),
    digestOf: (root, settings, digestTools) => projectDigest(root, files, settings, digestTools),
  };
  return { analyzerTools: () => tools };
});
