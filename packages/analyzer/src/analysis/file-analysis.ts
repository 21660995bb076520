import type { Call } from "@wx-domain/core";
import type { Span } from "../facts/language.ts";
import type { ProjectSettings } from "../project/project.ts";
import type { CallOption } from "./call-options.ts";
import type { SdkConfig } from "./sdk-config.ts";
import type { SourceLine, UrlValue } from "./url-values.ts";

/** A request helper that the analysis can't see into. */
export interface HelperSetting {
  /** `$http.get`, or `pkg#name.member` for what a package exports. */
  readonly callee: string;
  /** The argument with the URL, or with an object that holds it under `key`. */
  readonly url: { readonly arg: number; readonly key?: string };
  readonly call: Call;
  /** What a relative URL is put behind. */
  readonly base?: string;
}

export interface AnalyzerSettings extends ProjectSettings {
  /** The app's folder; default: the nearest one of the file that holds an app. */
  readonly root?: string;
  /** Objects that carry the network API; default `wx uni Taro mpx wepy`. */
  readonly globals?: readonly string[];
  readonly helpers?: readonly HelperSetting[];
}

/** A place of one file that sends a URL: a network call, the call of a wrapper that the URL is handed to, or an element. */
export interface FileCall {
  readonly kind: "network" | "wrapper" | "element" | "redirect";
  readonly call: Call;
  /** As it is written for people: `wx.request`, `http.get`, `<web-view>`. */
  readonly callee: string;
  /** The call expression, or the element. */
  readonly span: Span;
  /** Where a report stands: the URL argument or property value, else the whole argument, else the call. */
  readonly urlSpan: Span;
  /**
   * What can be sent. Of a wrapper's call: only those that this call's own arguments decide; what the wrapper puts in
   * front is reported in the wrapper.
   */
  readonly values: readonly FileUrlValue[];
  /** A value that can't be determined in this file and what it imports; parameters of a wrapper don't count. */
  readonly dynamic: boolean;
  /** Of a wrapper's call: where the network call stands. */
  readonly sink: SourceLine | undefined;
  /** What the file says about a network call's method and header, or about how a redirect is encoded. */
  readonly options: readonly CallOption[];
}

/** An element that loads what no list is about: `<image src>`. */
export interface FileLoad {
  /** As markup names it, whatever the file calls it: `image`. */
  readonly element: string;
  readonly attribute: string;
  /** Whether http fails or will. */
  readonly transport: "https" | "any";
  readonly span: Span;
  /** The attribute's value with its quotes. */
  readonly urlSpan: Span;
  readonly values: readonly FileUrlValue[];
}

export interface FileUrlValue extends UrlValue {
  /**
   * The text of a literal of this very file that holds the origin's beginning, as offsets into the file without the
   * quotes: what a suggestion may replace. `text` is what stands there.
   */
  readonly literal: (Span & { readonly text: string }) | undefined;
}

export interface FileAnalysis {
  readonly calls: readonly FileCall[];
  readonly loads: readonly FileLoad[];
  /** Calls of `wx.config` of the JS-SDK. */
  readonly sdkConfigs: readonly SdkConfig[];
  /** Third-party code: nothing is reported. */
  readonly vendored: boolean;
  /** The file gave no facts. */
  readonly skipped: { readonly reason: string; readonly detail: string } | undefined;
}

/** The analysis in a long-lived process: an editor, a lint run. */
export interface Analyzer {
  /** The folder of the app that a file belongs to. */
  appFolderOf(path: string): string;
  /**
   * The calls of one file with what it imports. `text` is what the editor holds. The same question asked again with
   * nothing changed is answered from memory. `tree` is the text as ESTree, if the asker has parsed it. Never throws.
   */
  file(path: string, text: string, settings?: AnalyzerSettings, tree?: unknown): FileAnalysis;
}
