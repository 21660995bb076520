/** Lets the plugin find the sources of what it loads late, as tests read sources: at run time it requires what was built. */
import { vi } from "vitest";
import type { AnalyzerTools } from "../src/lint/analyzer-module.ts";

vi.mock("../src/lint/analyzer-module.ts", async () => {
  const { createAnalyzer, explainHole, hasDecorators, isVendoredPath, judgeValue, parseMarkup, projectDigest, removeDeadRegions } = await import("@wx-domain/analyzer");
  const { nodeFiles } = await import("@wx-domain/analyzer/node");
  const files = nodeFiles();
  const tools: AnalyzerTools = {
    analyzer: createAnalyzer(files),
    explainHole,
    hasDecorators,
    isVendoredPath,
    judgeValue,
    parseMarkup,
    removeDeadRegions,
    digestOf: (root, settings, digestTools) => projectDigest(root, files, settings, digestTools),
  };
  return { analyzerTools: () => tools };
});

vi.mock("../src/lint/public-suffix.ts", async () => {
  const { registrableDomain } = await import("@wx-domain/core/public-suffix");
  return { publicSuffixes: () => registrableDomain };
});
