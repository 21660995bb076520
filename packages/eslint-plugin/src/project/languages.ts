import type { ESLint } from "eslint";
import { packageFrom } from "./packages.ts";

/** Where `language` entries came into ESLint. Source: its release notes, 9.7.0. */
const FIRST_VERSION = [9, 7] as const;

/** Whether the ESLint that an app has installed knows languages other than JavaScript; one that is not found is taken to be a new one. */
export function knowsLanguages(root: string): boolean {
  const manifest = packageFrom(root, "eslint/package.json");
  const version: unknown = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : undefined;
  const [major = 0, minor = 0] = typeof version === "string" ? version.split(".").map(Number) : FIRST_VERSION;
  return major > FIRST_VERSION[0] || (major === FIRST_VERSION[0] && minor >= FIRST_VERSION[1]);
}

/** @eslint/json as the app has installed it. */
export function jsonPlugin(root: string): ESLint.Plugin | undefined {
  const module = packageFrom(root, "@eslint/json");
  const plugin: unknown = typeof module === "object" && module !== null && "default" in module ? module.default : module;
  return isJsonPlugin(plugin) ? plugin : undefined;
}

function isJsonPlugin(plugin: unknown): plugin is ESLint.Plugin {
  return typeof plugin === "object" && plugin !== null && "languages" in plugin;
}
