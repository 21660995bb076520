import type { BuildConfig } from "./build-config.ts";
import { addValue, envValues, type DefineValue, type EnvFile } from "./env-files.ts";

/** Values of compile-time names, over all modes of the build. */
export interface Defines {
  /** By the name as code writes it: `process.env.API`, `import.meta.env.VITE_API`, `API_URL`. `undefined`: no value is known. */
  lookup(name: string): readonly DefineValue[] | undefined;
  /** Whether the name can have values besides the known ones, because a configuration computes them. */
  isOpen(name: string): boolean;
}

/**
 * Names that the frameworks define for a build for WeChat. Sources: Taro, "环境变量" (TARO_ENV, TARO_PLATFORM); uni-app, "环境变量"
 * (UNI_PLATFORM, VUE_APP_PLATFORM); mpx, "条件编译" (`__mpx_mode__`); NODE_ENV and MODE: webpack, Vite.
 */
const BUILT_IN: readonly (readonly [name: string, values: readonly string[]])[] = [
  ["process.env.NODE_ENV", ["development", "production"]],
  ["process.env.TARO_ENV", ["weapp"]],
  ["process.env.TARO_PLATFORM", ["mini"]],
  ["process.env.UNI_PLATFORM", ["mp-weixin"]],
  ["import.meta.env.UNI_PLATFORM", ["mp-weixin"]],
  ["process.env.VUE_APP_PLATFORM", ["mp-weixin"]],
  ["__mpx_mode__", ["wx"]],
];

/**
 * Joins what the frameworks, the `.env` files and the build configurations say. The prefixes of Vite (`VITE_`), vue-cli (`VUE_APP_`) and Taro (`TARO_APP_`) are
 * not asked for: projects set their own, and code that reads a name without one reads it for a reason.
 */
export function joinDefines(
  envFiles: readonly EnvFile[],
  configs: readonly BuildConfig[],
  settings: Readonly<Record<string, string | readonly string[]>>,
): Defines {
  const values = new Map<string, DefineValue[]>();
  const open = new Set<string>();
  for (const [name, known] of BUILT_IN) for (const value of known) addValue(values, name, { value });

  const env = envValues(envFiles);
  for (const mode of env.modes) addValue(values, "import.meta.env.MODE", { value: mode });
  for (const object of ["process.env", "import.meta.env"]) {
    for (const [name, found] of env.values) for (const value of found) addValue(values, `${object}.${name}`, value);
    for (const name of env.open) open.add(`${object}.${name}`);
  }
  for (const config of configs) {
    for (const [name, found] of config.defines) {
      if (!isOverridden(name, config, configs)) for (const value of found) addValue(values, name, value);
    }
    for (const name of config.open) if (!isOverridden(name, config, configs)) open.add(name);
  }
  for (const [name, value] of Object.entries(settings)) {
    values.set(
      name,
      (typeof value === "string" ? [value] : value).map((found) => ({ value: found })),
    );
    open.delete(name);
  }
  return { lookup: (name) => values.get(name), isOpen: (name) => open.has(name) };
}

/** Taro's `config/index` is merged under `config/dev` or `config/prod`: a name that both of these have never keeps index's value. */
function isOverridden(name: string, { mode }: BuildConfig, configs: readonly BuildConfig[]): boolean {
  if (mode !== undefined) return false;
  return ["development", "production"].every((other) =>
    configs.some((config) => config.mode === other && (config.defines.has(name) || config.open.has(name))),
  );
}
