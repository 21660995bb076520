import type { ProjectKind } from "./layout.ts";

/**
 * Endings that an import may leave out, in the order of trying. TypeScript comes first: where a `.js` of the same name lies beside it, that is
 * what an earlier compilation left behind.
 */
export const OMITTED_EXTENSIONS = [
  ".ts",
  ".tsx",
  ".js",
  ".jsx",
  ".mjs",
  ".cjs",
  ".mts",
  ".cts",
  ".vue",
  ".mpx",
  ".wpy",
  ".json",
] as const;

/** The sources that an explicit ending of an import can stand for (TypeScript writes the ending of the output). */
export const SOURCES_OF_EXTENSION: ReadonlyMap<string, readonly string[]> = new Map([
  [".js", [".ts", ".tsx", ".js", ".jsx"]],
  [".jsx", [".tsx", ".jsx"]],
  [".mjs", [".mts", ".mjs"]],
  [".cjs", [".cts", ".cjs"]],
]);

/**
 * What a file's name holds before its ending if it is the variant for WeChat, by framework; the plain name comes last.
 * Sources: Taro, "跨平台开发 › 统一接口的多端文件" (TARO_ENV, then TARO_PLATFORM `mini`, in @tarojs/vite-runner's multi-platform plugin);
 * mpx, "文件维度条件编译" (`map.wx.mpx`). uni-app has no such files.
 */
export function platformSuffixes(kind: ProjectKind): readonly string[] {
  if (kind === "taro") return [".weapp", ".mini", ""];
  return kind === "mpx" ? [".wx", ""] : [""];
}

/** Endings of the files that can hold a network call. */
export const SOURCE_EXTENSION = /\.(?:[jt]sx?|[mc][jt]s|vue|mpx|wpy)$/;
