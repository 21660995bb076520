import type { BuildConfig } from "./build-config.ts";
import { NOTHING_KNOWN, type ConfigTexts, type EnvironmentTexts } from "./config-values.ts";
import { addValue, DEFAULT_MODES, valuesByMode, type DefineValue, type EnvFile, type ModeValues } from "./env-files.ts";

/** What a compile-time name can be. */
export interface Defined {
  readonly values: readonly DefineValue[];
  /** False if the name can have other values too, because a configuration computes them or takes them from outside the repository. */
  readonly isComplete: boolean;
}

/** Values of compile-time names, over all modes of the build. */
export interface Defines {
  /** By the name as code writes it: `process.env.API`, `import.meta.env.VITE_API`, `API_URL`. `undefined`: nothing defines the name. */
  lookup(name: string): Defined | undefined;
  /** The names in a compile-time name that stands for an object; each is looked up as `NAME.member`. */
  members(name: string): readonly string[] | undefined;
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
  const told = new Map([...BUILT_IN, ...Object.entries(settings)].map(([name, known]) => [name, [known].flat().map((value) => ({ value }))]));
  for (const [name, known] of told) for (const value of known) addValue(values, name, value);

  const modes = valuesByMode(envFiles);
  for (const env of modes) {
    addValue(values, "import.meta.env.MODE", { value: env.mode });
    for (const object of ENVIRONMENTS) {
      for (const [name, found] of env.values) for (const value of found) addValue(values, `${object}.${name}`, value);
      for (const name of env.open) open.add(`${object}.${name}`);
    }
  }
  for (const config of configs) {
    for (const env of modes.filter(({ mode }) => isReadIn(mode, config))) {
      const ofFiles = config.seesEnvFiles ? environmentIn(env, modes) : () => NOTHING_KNOWN;
      const environment = (name: string): ConfigTexts => {
        const texts = told.get(`process.env.${name}`);
        return texts === undefined ? ofFiles(name) : { texts, open: false };
      };
      for (const [name, valuesIn] of config.defines) {
        if (isOverridden(name, config, configs)) continue;
        const found = valuesIn(environment);
        for (const value of found.texts) addValue(values, name, value);
        if (found.open) open.add(name);
      }
    }
  }
  const tables = new Map<string, string[]>();
  for (const [name, members] of configs.flatMap((config) => config.tables)) {
    if (!ENVIRONMENTS.includes(name)) tables.set(name, [...new Set([...(tables.get(name) ?? []), ...members])]);
  }
  for (const name of Object.keys(settings)) values.set(name, told.get(name) ?? []);
  return {
    members: (name) => tables.get(name),
    lookup: (name) => {
      // What a configuration puts in the place of a whole environment is asked for name by name.
      if (ENVIRONMENTS.includes(name)) return undefined;
      const known = values.get(name);
      const isOpen = open.has(name) || ENVIRONMENTS.some((object) => open.has(object) && name.startsWith(`${object}.`));
      const isComplete = told.has(name) || !isOpen;
      return known === undefined && isComplete ? undefined : { values: known ?? [], isComplete };
    },
  };
}

const ENVIRONMENTS: readonly string[] = ["process.env", "import.meta.env"];

/** What a build's configuration finds in the environment. A name that only other modes have is not set in this one. */
function environmentIn({ values, open }: ModeValues, modes: readonly ModeValues[]): EnvironmentTexts {
  return (name) => {
    const known = values.get(name);
    if (known !== undefined) return { texts: known, open: open.has(name) };
    const isUnset = modes.some((other) => other.values.has(name)) && !open.has(name);
    return isUnset ? { texts: [], open: false } : NOTHING_KNOWN;
  };
}

/** A file for one of the two kinds of build is not read in the other; both are read in modes of the team's own. */
function isReadIn(mode: string, config: BuildConfig): boolean {
  return config.mode === undefined || config.mode === mode || !DEFAULT_MODES.includes(mode) || !DEFAULT_MODES.includes(config.mode);
}

/** Taro's `config/index` is merged under `config/dev` or `config/prod`: a name that both of these have never keeps index's value. */
function isOverridden(name: string, { mode }: BuildConfig, configs: readonly BuildConfig[]): boolean {
  if (mode !== undefined) return false;
  return DEFAULT_MODES.every((other) => configs.some((config) => config.mode === other && config.defines.some(([defined]) => defined === name)));
}
