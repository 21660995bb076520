import { blank, type Span } from "./blank.ts";
import { both, either, evaluateCondition, not, type Truth } from "./directive-condition.ts";
import { PLATFORM_NAMES, WEB_NAMES, type VueVersion } from "./target-platform.ts";

/**
 * Blanks what a build for WeChat leaves out: uni-app's `#ifdef` / `#ifndef` … `#endif`, WeChat's own `#if` / `#elif` / `#else` … `#endif`, in `//`,
 * block and HTML comments. Offsets and line breaks stay. A region whose condition is unknown stays, and so does one that is
 * never closed. (mpx and Taro have such comments in styles only: in code they use `__mpx_mode__` and `process.env.TARO_ENV`.)
 */
export function removeDeadRegions(text: string, vue?: VueVersion): string {
  return blank(text, deadRegions(text, vue));
}

/**
 * What a build for browsers leaves of a text. The directives themselves are blanked, too: a text without them means the same for every
 * platform.
 */
export function webRegions(text: string): string {
  return mayHaveDirectives(text) ? blank(text, [...deadWebRegions(text), ...directives(text)]) : text;
}

/** What a build for browsers leaves out, beside the directives, which are comments. */
export function deadWebRegions(text: string): Span[] {
  return deadRegions(text, undefined, WEB_NAMES);
}

function mayHaveDirectives(text: string): boolean {
  return /#(?:if|IF)/.test(text);
}

interface Directive extends Span {
  readonly keyword: string;
  readonly condition: string;
}

interface OpenConditional {
  /** Whether an earlier branch of this conditional is the one that is taken. */
  taken: Truth;
  /** Where the present branch starts, and whether it is kept. */
  start: number;
  kept: Truth;
  readonly dead: Span[];
}

/** What is left out of a build: for WeChat, if not told otherwise. A region may lie in another. */
export function deadRegions(text: string, vue: VueVersion | undefined, platform = PLATFORM_NAMES): Span[] {
  const result: Span[] = [];
  if (!mayHaveDirectives(text)) return result;
  const open: OpenConditional[] = [];
  for (const { keyword, condition, start, end } of directives(text)) {
    const innermost = open.at(-1);
    if (keyword === "if" || keyword === "ifdef" || keyword === "ifndef") {
      const truth = evaluateCondition(condition, vue, platform);
      const kept = keyword === "ifndef" ? not(truth) : truth;
      open.push({ taken: kept, start: end, kept, dead: [] });
    } else if (innermost !== undefined) {
      if (innermost.kept === false) innermost.dead.push({ start: innermost.start, end: start });
      if (keyword === "endif") {
        open.pop();
        result.push(...innermost.dead);
      } else {
        const truth = keyword === "else" ? true : evaluateCondition(condition, vue, platform);
        innermost.kept = both(not(innermost.taken), truth);
        innermost.taken = either(innermost.taken, truth);
        innermost.start = end;
      }
    }
  }
  return result;
}

/** No condition is longer, in UTF-16 code units; without a bound, one long line of directives would be read once for each. */
const MAX_CONDITION = 500;

/** The comments that are directives, in order. A comment that doesn't end on the directive's line is none. */
function* directives(text: string): Generator<Directive> {
  const opening = /(\/\/|\/\*|<!--)[ \t]*#(ifdef|ifndef|if|elif|else|endif)(?![\w-])/gi;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [whole, comment, keyword] = match;
    if (comment === undefined || keyword === undefined) continue;
    const from = match.index + whole.length;
    const line = /^[^\n\r\u2028\u2029]*/.exec(text.slice(from, from + MAX_CONDITION))?.[0] ?? "";
    const closing = comment === "/*" ? "*/" : comment === "<!--" ? "-->" : "";
    const length = closing === "" ? line.length : line.indexOf(closing);
    if (length < 0 || length === MAX_CONDITION) continue;
    const end = from + length + closing.length;
    const condition = line.slice(0, length).replace(/\/\/.*$/, "");
    yield { keyword: keyword.toLowerCase(), condition, start: match.index, end };
    opening.lastIndex = end;
  }
}
