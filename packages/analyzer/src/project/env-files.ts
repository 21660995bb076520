import type { Folders } from "./folders.ts";
import { joinPath } from "./paths.ts";

/** A value of a compile-time name, and where it is written. */
export interface DefineValue {
  readonly value: string;
  readonly from?: { readonly file: string; /** 1-based. */ readonly line: number };
}

export interface EnvFile {
  /** `production` of `.env.production`; undefined for `.env`. */
  readonly mode: string | undefined;
  /** `.env.local`, `.env.production.local`: one person's own, usually not in the repository. */
  readonly isLocal: boolean;
  readonly values: ReadonlyMap<string, DefineValue>;
}

/** The `.env` files of some folders. Vite, vue-cli and Taro read them from the root; unibest's template keeps them in `env/`. */
export function readEnvFiles(startFolders: readonly string[], folders: Folders): EnvFile[] {
  return startFolders.flatMap((folder) =>
    [...folders.entries(folder).keys()].sort().flatMap((name) => {
      const match = /^\.env(?:\.(?!local$)([\w-]+))?(\.local)?$/.exec(name);
      if (match === null) return [];
      const file = joinPath(folder, name);
      const text = folders.readConfig(file) ?? "";
      return [{ mode: match[1], isLocal: match[2] !== undefined, values: parseEnvFile(text, file) }];
    }),
  );
}

const ASSIGNMENT =
  /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|`([^`]*)`|([^\n\r#]*(?:(?<=\S)#[^\n\r#]*)*))/gm;

/** dotenv's form: `KEY=value`, quotes that may hold line breaks, `#` comments, `\n` within double quotes. */
function parseEnvFile(text: string, file: string): Map<string, DefineValue> {
  const values = new Map<string, DefineValue>();
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(ASSIGNMENT)) {
    const [, name, doubleQuoted, singleQuoted, backQuoted, bare] = match;
    if (name === undefined) continue;
    line += text.slice(counted, match.index).split("\n").length - 1;
    counted = match.index;
    const value = doubleQuoted?.replace(/\\n/g, "\n").replace(/\\"/g, '"') ?? singleQuoted ?? backQuoted ?? (bare ?? "").trim();
    values.set(name, { value, from: { file, line } });
  }
  return values;
}

/** What the `.env` files say in one mode of the build. */
export interface ModeValues {
  readonly mode: string;
  readonly values: ReadonlyMap<string, readonly DefineValue[]>;
  /** Names that a value is left out of, because it refers to what no file explains. */
  readonly open: ReadonlySet<string>;
}

/** Modes that always exist: both kinds of build are made of every project. */
export const DEFAULT_MODES: readonly string[] = ["development", "production"];

/**
 * What each name can be, by mode: `.env.<mode>` comes before `.env`. A `.local` file adds to what the repository says instead of
 * replacing it, since others build without it. `${OTHER}` is filled in; a value with a reference that no file explains is left out,
 * and its name is `open`.
 */
export function valuesByMode(files: readonly EnvFile[]): ModeValues[] {
  const modes = new Set([...DEFAULT_MODES, ...files.flatMap(({ mode }) => mode ?? [])]);
  return [...modes].map((mode) => {
    const values = new Map<string, DefineValue[]>();
    const open = new Set<string>();
    const effective = valuesIn(mode, files);
    for (const [name, candidates] of effective) {
      for (const candidate of candidates) {
        const filled = fillIn(candidate.value, effective, 0, new Map());
        if (filled === undefined) open.add(name);
        else addValue(values, name, { ...candidate, value: filled });
      }
    }
    return { mode, values, open };
  });
}

/** Adds a value unless the name has it already. */
export function addValue(values: Map<string, DefineValue[]>, name: string, value: DefineValue): void {
  const known = values.get(name);
  if (known === undefined) values.set(name, [value]);
  else if (!known.some((other) => other.value === value.value)) known.push(value);
}

function valuesIn(mode: string, files: readonly EnvFile[]): Map<string, DefineValue[]> {
  const result = new Map<string, DefineValue[]>();
  for (const wanted of [undefined, mode]) {
    const shared = files.filter((file) => file.mode === wanted && !file.isLocal);
    for (const { values } of shared) for (const [name, value] of values) result.set(name, [value]);
  }
  for (const { values } of files.filter((file) => file.isLocal && (file.mode ?? mode) === mode)) {
    for (const [name, value] of values) result.set(name, [...(result.get(name) ?? []), value]);
  }
  return result;
}

/** No value that a program is built with is longer; references to references would make one of any length. */
const MAX_VALUE = 4096;

/** `filled`: what was found of each name, by its depth. */
function fillIn(
  value: string,
  known: ReadonlyMap<string, readonly DefineValue[]>,
  depth: number,
  filled: Map<string, string | undefined>,
): string | undefined {
  if (depth > 5 || value.length > MAX_VALUE) return undefined;
  const unexplained: string[] = [];
  const reference = /(?<!\\)\$(?:\{(\w+)(?::?-([^}]*))?\}|([A-Za-z_]\w*))/g;
  const text = value.replace(reference, (_, braced?: string, fallback?: string, plain?: string) => {
    const name = braced ?? plain ?? "";
    const other = known.get(name)?.[0]?.value ?? fallback;
    const key = `${String(depth)} ${name} ${other ?? ""}`;
    if (!filled.has(key)) filled.set(key, other === undefined ? undefined : fillIn(other, known, depth + 1, filled));
    const inner = filled.get(key);
    if (inner === undefined) unexplained.push(name);
    return inner ?? "";
  });
  return unexplained.length === 0 && text.length <= MAX_VALUE ? text.replace(/\\\$/g, "$$") : undefined;
}
