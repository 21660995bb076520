import type { Analyzer, explainHole, FileAccess, hasDecorators, isVendoredPath, judgeValue, parseMarkup, projectDigest, removeDeadRegions } from "@wx-domain/analyzer";
import type { Locale } from "@wx-domain/core";

/**
 * What the rules need of what they run in. `#host` (package.json, "imports") is Node's, and where a bundler puts a program together for a
 * browser, a browser's.
 */
export interface Host {
  /** The analyzer: asked for with the first file, since its parser takes half as long to load as ESLint. */
  readonly analyzer: () => AnalyzerModule;
  /** The files that the analyzer sees. */
  readonly files: () => FileAccess;
  /** The registrable domain of a host: asked for with the first file of domain lists, since the table takes tens of milliseconds to load. */
  readonly publicSuffixes: () => (host: string) => string | null;
  /** Differs when the file differs; undefined: there is no such file. */
  readonly versionOf: (path: string) => string | undefined;
  /** @throws the host's own error if the file can't be read. */
  readonly read: (path: string) => string;
  readonly isFolder: (path: string) => boolean;
  /** The language that the surroundings ask for. */
  readonly locale: () => Locale;
}

export interface AnalyzerModule {
  readonly createAnalyzer: (files: FileAccess) => Analyzer;
  readonly explainHole: typeof explainHole;
  readonly hasDecorators: typeof hasDecorators;
  readonly isVendoredPath: typeof isVendoredPath;
  readonly judgeValue: typeof judgeValue;
  readonly parseMarkup: typeof parseMarkup;
  readonly projectDigest: typeof projectDigest;
  readonly removeDeadRegions: typeof removeDeadRegions;
}
