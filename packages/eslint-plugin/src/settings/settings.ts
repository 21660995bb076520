import type { AnalyzerSettings, HelperSetting } from "@wx-domain/analyzer";
import type { CompiledLists, DomainLists, Locale } from "@wx-domain/core";

/** `settings["wx-domain"]` of an ESLint configuration. */
export interface PluginSettings {
  /** The lists, or the path of a snapshot seen from `root`; default `wx-domains.json`. A path is re-read when the file changes. */
  readonly domains?: DomainLists | string;
  /** The app's folder; default: the nearest one of the linted file that holds an app. */
  readonly root?: string;
  /** Objects that carry the network API; default `wx uni Taro mpx wepy`. */
  readonly globals?: readonly string[];
  /** Values of compile-time names: `process.env.X`, `import.meta.env.X`, a bare global. */
  readonly defines?: Readonly<Record<string, string | readonly string[]>>;
  /** Request helpers that the analysis can't see into. */
  readonly helpers?: readonly HelperSetting[];
  /** Import aliases, besides those read from the project. */
  readonly alias?: Readonly<Record<string, string | readonly string[]>>;
  /** Where the H5 pages are served from. */
  readonly pageOrigins?: readonly string[];
  /** The language of messages; default from the environment. */
  readonly locale?: Locale;
  /** A hash of the cross-file facts and the lists, so that `eslint --cache` is never stale. */
  readonly digest?: string;
}

/** Where the lists are: in the settings themselves, or in a file. */
export type DomainSource =
  | { readonly kind: "lists"; readonly lists: CompiledLists }
  /** `path` as it was set; undefined: the default. */
  | { readonly kind: "file"; readonly path: string | undefined };

/** The settings after their check. */
export interface CheckedSettings {
  readonly domains: DomainSource;
  /** Absolute, in the system's own form. */
  readonly root: string | undefined;
  /** What the analysis is told, without the root. */
  readonly analysis: AnalyzerSettings;
  /** Where the H5 pages are served from; empty: nobody said. */
  readonly pageOrigins: readonly string[];
  readonly locale: Locale;
}
