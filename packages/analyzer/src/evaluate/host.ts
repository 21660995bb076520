import type { Module } from "../program/module.ts";
import type { Value } from "../values/value.ts";

/** What the evaluator must be told about the program around the modules that it looks at. */
export interface Host {
  /** The module, package or gap behind an import. */
  resolve(from: Module, specifier: string): Target;
  /** What a compile-time name (`process.env.X`) can be, over all build modes; undefined where nothing defines it. */
  define(name: string): Value | undefined;
  /** All modules whose contributions to what the program shares count: assignments, stores, interceptors. It may grow. */
  readonly modules: readonly Module[];
  /** Whether one of these counts for every file of the app. */
  isOfApp(module: Module): boolean;
  /** The module of a number if it is none of those: its assignments count for the objects that are written in it. */
  moduleBeside(id: number): Module | undefined;
  /** The module that was read from a file. */
  moduleAt(path: string): Module | undefined;
  /** Where App.vue lies, if the app has one. */
  readonly appFile: string;
  readonly platformObjects: ReadonlySet<string>;
}

export type Target =
  | { readonly kind: "module"; readonly module: Module }
  | { readonly kind: "data"; readonly value: unknown; readonly path: string }
  | { readonly kind: "package"; readonly name: string }
  /** `cause`: whether there is no such file, or one that can't be read as a program. */
  | { readonly kind: "missing"; readonly specifier: string; readonly cause: "module-not-found" | "module-unreadable" };
