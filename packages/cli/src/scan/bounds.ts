import { BOUNDS, explainBound, type BoundHit, type BoundName } from "@wx-domain/analyzer";
import type { Locale } from "@wx-domain/core";

/** Files that are named for one bound. */
const SHOWN_FILES = 5;

/**
 * One line for each bound that the analysis hit, with the files where it left the rest.
 * @param hits Paths as they are to be shown.
 * @param verbose Without it only the bounds that leave out whole files.
 */
export function boundLines(hits: readonly BoundHit[], verbose: boolean, locale: Locale): string[] {
  const filesOf = new Map<BoundName, string[]>();
  for (const { bound, file } of hits) {
    if (verbose || BOUNDS[bound].said === "always") filesOf.set(bound, [...(filesOf.get(bound) ?? []), ...(file === "" ? [] : [file])]);
  }
  return [...filesOf].map(([bound, files]) => {
    const more = files.length - SHOWN_FILES;
    const shown = files.slice(0, SHOWN_FILES).join(", ");
    const rest = more > 0 ? { en: ` and ${String(more)} more`, "zh-CN": ` 等 ${String(files.length)} 处` }[locale] : "";
    const where = shown === "" ? "" : { en: ` (in ${shown}${rest})`, "zh-CN": `（位于 ${shown}${rest}）` }[locale];
    return {
      en: `A bound of the analysis was reached: ${explainBound(bound, "en")}${where}.`,
      "zh-CN": `已达到分析上限：${explainBound(bound, "zh-CN")}${where}。`,
    }[locale];
  });
}
