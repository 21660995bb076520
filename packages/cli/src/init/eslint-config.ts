import type { ConfigFile, Setup } from "./detect.ts";
import type { FileEdit } from "./file-edit.ts";
import { extendFlat, flatLines, isCommonJsConfig } from "./flat-config.ts";
import { extendJson, extendScript, LEGACY } from "./legacy-config.ts";
import { extendYaml } from "./yaml-config.ts";

/** What becomes of ESLint's configuration. */
export type ConfigPlan =
  | { readonly kind: "edit"; readonly edit: FileEdit }
  /** It stands in package.json, which is edited for other reasons, too. */
  | { readonly kind: "manifest" }
  /** It names the plugin already. */
  | { readonly kind: "done" }
  /** It is written in a way that isn't rewritten safely: a person puts `lines` in. */
  | { readonly kind: "by-hand"; readonly name: string; readonly form: ConfigFile["form"]; readonly lines: readonly string[] }
  /** The project's ESLint is too old for the plugin. */
  | { readonly kind: "too-old" };

/** The oldest ESLint that the plugin supports. */
const OLDEST = [8, 57] as const;

export function planConfig({ root, config, eslint }: Pick<Setup, "root" | "config" | "eslint">): ConfigPlan {
  const [major, minor] = eslint?.version ?? [Infinity, 0];
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) return { kind: "too-old" };
  if (config === undefined) return { kind: "edit", edit: { path: `${root}/eslint.config.mjs`, before: undefined, after: MODULE_FILE } };
  const { name, text, form } = config;
  if (text.includes("wx-domain")) return { kind: "done" };
  if (name === "package.json") return { kind: "manifest" };
  const after = form === "flat" ? extendFlat(text) : extendLegacy(config);
  if (after !== undefined) return { kind: "edit", edit: { path: `${root}/${name}`, before: text, after } };
  return { kind: "by-hand", name, form, lines: form === "flat" ? flatLines(isCommonJsConfig(name, text)) : [LEGACY] };
}

const MODULE_FILE = `import wxDomain from "eslint-plugin-wx-domain";

export default wxDomain.project({ root: import.meta.dirname });
`;

/** By the file's name, as ESLint reads it; one without an ending is JSON or YAML. */
function extendLegacy({ name, text }: ConfigFile): string | undefined {
  if (/\.c?js$/.test(name)) return extendScript(text);
  if (name.endsWith(".json")) return extendJson(text);
  return (name === ".eslintrc" ? extendJson(text) : undefined) ?? extendYaml(text);
}
