import { blank, type Span } from "./blank.ts";
import { deadRegions } from "./conditional-compilation.ts";
import { sfcBlocks, type SfcBlock } from "./sfc-blocks.ts";
import type { VueVersion } from "./target-platform.ts";

/** The syntax of a code. `.js` is `"js"`, but may hold JSX (Taro) and Flow; a parser should allow it. */
export type Lang = "js" | "jsx" | "ts" | "tsx" | "json";

/** A script of a single-file component; `start` and `end` bound its code in the file. */
export interface ScriptBlock extends Span {
  readonly setup: boolean;
  readonly lang: Lang;
  /** The specifier of a script whose code is in another file: `<script src="./page.js">`. */
  readonly src?: string;
}

export interface ModuleSource {
  /**
   * Code for a parser: the file's text with everything blanked that is no code of the WeChat build. Same length and same line breaks
   * as the text, so an offset in it is an offset in the file.
   */
  readonly code: string;
  /** Of all scripts together: `ts` if one is. */
  readonly lang: Lang;
  /** In order; empty for a file that is no single-file component. */
  readonly scripts: readonly ScriptBlock[];
  readonly sfc: boolean;
  /**
   * What of the text is left out where a parser that takes it as it is written finds code; undefined if the code is not in one piece, or
   * none of the file's.
   */
  readonly removed: readonly Span[] | undefined;
}

/** Turns the text of a module into code. Linear; accepts any text. A path with an unknown ending is read as JavaScript. */
export function readModuleSource(path: string, text: string, vue?: VueVersion): ModuleSource {
  const removed = deadRegions(text, vue);
  const live = blank(text, removed);
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "js";
  if (!SFC_EXTENSIONS.has(extension)) {
    return { code: live, lang: LANG_OF_EXTENSION.get(extension) ?? "js", scripts: [], sfc: false, removed };
  }
  const blocks = [...sfcBlocks(live)].filter(({ name }) => name === "script");
  const scripts = blocks.filter(({ attributes }) => isCode(attributes)).map(scriptOf);
  const [only] = blocks;
  const isInOnePiece = only === undefined ? removed.length === 0 : blocks.length === 1 && !only.attributes.has("src");
  return { code: blank(live, gapsBetween(scripts, live.length)), lang: widest(scripts), scripts, sfc: true, removed: isInOnePiece ? removed : undefined };
}

/** Vue, mpx and wepy (wepy keeps its settings in `<config>`, mpx in `<script type="application/json">` or `<script name="json">`). */
const SFC_EXTENSIONS: ReadonlySet<string> = new Set(["vue", "mpx", "wpy"]);

const LANG_OF_EXTENSION: ReadonlyMap<string, Lang> = new Map([
  ["js", "js"],
  ["mjs", "js"],
  ["cjs", "js"],
  ["jsx", "jsx"],
  ["ts", "ts"],
  ["mts", "ts"],
  ["cts", "ts"],
  ["uts", "ts"],
  ["tsx", "tsx"],
  ["json", "json"],
  ["typescript", "ts"],
]);

function isCode(attributes: SfcBlock["attributes"]): boolean {
  const type = attributes.get("type") ?? "";
  if (type !== "" && !/^module$|javascript|typescript|ecmascript|babel|jsx|^ts$/i.test(type)) return false;
  if (/json/i.test(attributes.get("name") ?? "")) return false;
  // wxs and renderjs run beside the program, without its network API.
  if (/wxs|renderjs|sjs/i.test(attributes.get("lang") ?? "") || attributes.has("module")) return false;
  // mpx: a block for one platform, `mode="ali"`, `mode="wx|ali"`.
  const mode = attributes.get("mode") ?? "";
  return mode === "" || /(?:^|[^a-z])_?wx(?:$|[^a-z])/i.test(mode);
}

function scriptOf({ attributes, start, end }: SfcBlock): ScriptBlock {
  const src = attributes.get("src");
  const script = { start, end, setup: attributes.has("setup"), lang: langOf(attributes) };
  return src === undefined || src === "" ? script : { ...script, src };
}

function langOf(attributes: SfcBlock["attributes"]): Lang {
  const lang = (attributes.get("lang") ?? "").toLowerCase();
  return LANG_OF_EXTENSION.get(lang) ?? (/typescript/i.test(attributes.get("type") ?? "") ? "ts" : "js");
}

function widest(scripts: readonly ScriptBlock[]): Lang {
  const langs = new Set(scripts.map(({ lang }) => lang));
  const typed = langs.has("ts") || langs.has("tsx");
  const jsx = langs.has("jsx") || langs.has("tsx");
  if (typed) return jsx ? "tsx" : "ts";
  return jsx ? "jsx" : "js";
}

function gapsBetween(scripts: readonly Span[], length: number): Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { start, end } of scripts) {
    gaps.push({ start: at, end: start });
    at = end;
  }
  gaps.push({ start: at, end: length });
  return gaps;
}
