import type { Locale } from "@wx-domain/core";

/**
 * The bounds behind which a part of the program is not looked at. What is behind one is unknown, never absent: the answer says
 * that it is incomplete, and a scan says which bound was hit, where.
 *
 * Bounds that only make an answer wider (how many conditions narrow a value, how long a regular expression may be to be run) stand
 * where they are used: nothing is missing from such an answer. So do those of caches, which change no answer. A file that
 * is too long, or can't be read, is in the scan's `skipped`.
 */
export const BOUNDS = {
  "source-files": bound(20_000, "source files in one app: the others were not read; scan a smaller folder", "一个小程序的源文件数，其余文件未读取，请扫描更小的目录", "always"),
  "folder-depth": bound(24, "folders within folders: what is deeper was not read", "目录嵌套层数，更深的目录未读取", "always"),
  "bundle-length": bound(200_000, "characters in a minified file, which a linter leaves alone", "压缩文件的字符数，lint 时不读取"),
  "json-length": bound(500_000, "characters in a JSON file, which was not read", "JSON 文件的字符数，该文件未读取"),
  "json-members": bound(2_000, "members of an object or array in a JSON file", "JSON 文件中对象或数组的成员数"),
  "expression-depth": bound(160, "expressions within expressions", "表达式的嵌套层数"),
  stack: bound(0, "the depth of the stack", "调用栈的深度"),
  "call-depth": bound(14, "calls within calls", "调用的嵌套层数"),
  steps: bound(0, "the steps that one question may take", "一个问题的计算步骤数"),
  members: bound(256, "values of one expression", "一个表达式的取值数"),
  product: bound(256, "combinations of the parts of one text", "一段文本各部分的组合数"),
  items: bound(512, "items of an array that is put together of others", "由其他数组拼成的数组的元素数"),
  joined: bound(64, "combinations of the items of a joined array", "join 数组元素的组合数"),
  "super-classes": bound(8, "classes that extend each other", "类的继承层数"),
  "re-exports": bound(12, "modules that hand an export on", "导出的转发层数"),
  arguments: bound(32, "arguments of one call", "一次调用的参数个数"),
  "computed-keys": bound(60, "assignments to computed keys in one module", "一个模块中对计算键的赋值数"),
  copies: bound(5_000, "readings of one copy of an object into another", "对同一处对象复制的读取次数"),
  mixins: bound(4, "mixins of mixins", "混入的嵌套层数"),
  "mixin-users": bound(64, "components that use one mixin", "使用同一混入的组件数"),
  "caller-levels": bound(10, "callers of callers (3 in a question within another)", "调用者的层数（嵌套的问题中为 3）"),
  callers: bound(4_000, "ways to one network call (40 in a question within another)", "到达一处网络调用的路径数（嵌套的问题中为 40）"),
  "all-ways": bound(40_000, "functions on the ways to all network calls of an app; 40 ways to each further call were followed", "到达一个小程序全部网络调用的路径上的函数数，其后每处调用只跟踪 40 条路径"),
  "fall-through": bound(4, "cases of a switch that run one after the other", "switch 中连续执行的 case 数"),
} as const;

/** Steps that a question may take: the values of a call site, who a call calls, what an assignment is made to. */
export const SITE_STEPS = 20_000;
/** Steps that all ways to one call may take together. */
export const WAYS_STEPS = 600_000;
export const CALLEE_STEPS = 2_000;
export const TARGET_STEPS = 300;
/** Steps that what all modules of a program contribute to one question may take: the answer is kept for all. */
export const INDEX_STEPS = 100_000;
/** Steps that a test may take. */
export const TEST_STEPS = 2_000;
/** Steps that one part of a text may take behind the part that decides the origin. */
export const TAIL_STEPS = 50;

interface Bound {
  /** 0: it has no number that would tell a person anything. */
  readonly limit: number;
  /** What is counted, and what is missing behind the limit if that is not a value. */
  readonly counts: Readonly<Record<Locale, string>>;
  /** `always`: whole files are missing, which nobody may overlook. */
  readonly said: "always" | "verbose";
}

export type BoundName = keyof typeof BOUNDS;

/** A bound that was hit, and the file (or folder) where the rest was left. */
export interface BoundHit {
  readonly bound: BoundName;
  readonly file: string;
}

function bound(limit: number, en: string, zh: string, said: Bound["said"] = "verbose"): Bound {
  return { limit, counts: { en, "zh-CN": zh }, said };
}

export function explainBound(name: BoundName, locale: Locale): string {
  const { limit, counts } = BOUNDS[name];
  if (limit === 0) return counts[locale];
  return { en: `more than ${String(limit)} ${counts.en}`, "zh-CN": `${counts["zh-CN"]}（上限 ${String(limit)}）` }[locale];
}

/**
 * The hits of the run at hand. A record that every function would hand on to the next would be in the signature of each; an answer
 * doesn't depend on this one, and the analysis is synchronous, so that runs never mix.
 */
let current: Map<string, BoundHit> | undefined;

/** Runs the analysis and gives, beside its result, the bounds that it hit: each once a file. */
export function withBounds<T>(run: () => T): { readonly result: T; readonly hits: readonly BoundHit[] } {
  const outer = current;
  const hits = new Map<string, BoundHit>();
  current = hits;
  try {
    return { result: run(), hits: [...hits.values()] };
  } finally {
    current = outer;
  }
}

/** Notes that a bound was hit. */
export function hit(name: BoundName, file: string): void {
  current?.set(`${name} ${file}`, { bound: name, file });
}

/** Whether a count is over its bound; if it is, that is noted. */
export function isOver(name: BoundName, count: number, file: string): boolean {
  if (count <= BOUNDS[name].limit) return false;
  hit(name, file);
  return true;
}
