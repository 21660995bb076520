import type { ConfigFile, Setup } from "./detect.ts";
import type { FileEdit } from "./file-edit.ts";

/** What becomes of ESLint's configuration. */
export type ConfigPlan =
  | { readonly kind: "edit"; readonly edit: FileEdit }
  /** It names the plugin already. */
  | { readonly kind: "done" }
  /** It is written in a way that isn't rewritten safely: a person puts `lines` in. */
  | { readonly kind: "by-hand"; readonly name: string; readonly lines: readonly string[] }
  /** The project's ESLint is too old for the plugin. */
  | { readonly kind: "too-old" };

const PLUGIN = "eslint-plugin-wx-domain";
const LEGACY = "plugin:wx-domain/legacy-recommended";
/** The oldest ESLint that the plugin supports. */
const OLDEST = [8, 57] as const;

export function planConfig({ root, config, eslint }: Pick<Setup, "root" | "config" | "eslint">): ConfigPlan {
  const [major, minor] = eslint ?? [Infinity, 0];
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) return { kind: "too-old" };
  if (config === undefined) {
    // ESLint 8.57 reads a flat configuration only under the name with `.js`, which a CommonJS package reads as CommonJS.
    const isOld = major === OLDEST[0];
    const path = `${root}/eslint.config.${isOld ? "js" : "mjs"}`;
    return { kind: "edit", edit: { path, before: undefined, after: isOld ? COMMONJS_FILE : MODULE_FILE } };
  }
  if (config.text.includes("wx-domain")) return { kind: "done" };
  const after = config.form === "flat" ? extendFlat(config) : extendLegacy(config);
  if (after !== undefined) return { kind: "edit", edit: { path: `${root}/${config.name}`, before: config.text, after } };
  return { kind: "by-hand", name: config.name, lines: config.form === "flat" ? flatLines(isCommonJs(config)) : [`extends: ["${LEGACY}"]`] };
}

const MODULE_FILE = `import wxDomain from "${PLUGIN}";

export default wxDomain.project({ root: import.meta.dirname });
`;

const COMMONJS_FILE = `const wxDomain = require("${PLUGIN}");

module.exports = wxDomain.project({ root: __dirname });
`;

function isCommonJs({ name, text }: ConfigFile): boolean {
  return name.endsWith(".cjs") || (/\bmodule\.exports\b/.test(text) && !/^\s*(?:import|export)\b/m.test(text));
}

function flatLines(isCommon: boolean): readonly [load: string, entry: string] {
  return isCommon
    ? [`const wxDomain = require("${PLUGIN}");`, "...wxDomain.project({ root: __dirname }),"]
    : [`import wxDomain from "${PLUGIN}";`, "...wxDomain.project({ root: import.meta.dirname }),"];
}

/** Functions whose arguments are configurations, each as good as any other. */
const FLAT_LIST = /^(?<head>[ \t]*(?:export default|module\.exports\s*=)\s+(?:(?:[\w.]+\.)?(?:defineConfig|config)\((?:\s*\[)?|\[))(?<rest>[ \t]*(?:\r?\n(?<indent>[ \t]*))?)/m;

/** Puts the app's configuration in front of the others: what follows still decides. */
function extendFlat(config: ConfigFile): string | undefined {
  const { text } = config;
  const found = FLAT_LIST.exec(text)?.groups;
  const at = FLAT_LIST.exec(text)?.index;
  if (found === undefined || at === undefined) return undefined;
  const { head = "", rest = "", indent = "" } = found;
  const [load, entry] = flatLines(isCommonJs(config));
  const end = at + head.length + rest.length;
  const space = rest.includes("\n") ? indent : "  ";
  const line = `\n${space}${entry}\n${space}`;
  const listed = text.slice(0, at) + head + line + text.slice(end);
  const imports = [...listed.matchAll(/^(?:import\b[^;]*?["'][^"'\n]+["'];?|(?:const|let|var)\b[^\n;]*\brequire\([^\n]*);?[^\n]*\n/gm)];
  const last = imports.at(-1);
  const place = last === undefined ? 0 : last.index + last[0].length;
  return `${listed.slice(0, place)}${load}\n${last === undefined ? "\n" : ""}${listed.slice(place)}`;
}

/** Adds the plugin's configuration to `extends` in JavaScript or JSON. */
function extendLegacy({ name, text }: ConfigFile): string | undefined {
  const isJson = name.endsWith(".json") || (name === ".eslintrc" && /^\s*(?:\/[/*][^]*?)?\{/.test(text));
  if (!isJson && !/\.c?js$/.test(name)) return undefined;
  const quote = isJson || !/extends['"]?\s*:\s*\[?\s*'/.test(text) ? '"' : "'";
  const entry = quote + LEGACY + quote;
  const list = /(\bextends["']?\s*:\s*\[)(\s*)([^\]]*?)(,?\s*)\]/.exec(text);
  if (list !== null) {
    const [whole, head = "", space = "", items = "", end = ""] = list;
    const gap = items === "" ? "" : `,${space.includes("\n") ? space : " "}`;
    return text.replace(whole, () => `${head}${space}${items}${gap}${entry}${end.replace(",", "")}]`);
  }
  const single = /(\bextends["']?\s*:\s*)(["'][^"']*["'])/.exec(text);
  if (single !== null) return text.replace(single[0], () => `${single[1] ?? ""}[${single[2] ?? ""}, ${entry}]`);
  const open = isJson ? /^\s*(?:\/[/*][^]*?)?\{/.exec(text) : /\bmodule\.exports\s*=\s*\{/.exec(text);
  if (open === null) return undefined;
  const end = open.index + open[0].length;
  return `${text.slice(0, end)}\n  ${isJson ? '"extends"' : "extends"}: [${entry}],${text.slice(end)}`;
}
