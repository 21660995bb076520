import type { FileAccess, Place } from "@wx-domain/analyzer";
import { relative, sep } from "node:path";
import type { ReportedPlace } from "./report.ts";

/** Turns the analysis' places (offsets) into lines, relative to a folder; each file is read once. Undefined: it can't be read. */
export function placeLocator(folder: string, files: FileAccess): (place: Place) => ReportedPlace | undefined {
  const texts = new Map<string, string | undefined>();
  return ({ file, offset }) => {
    if (!texts.has(file)) texts.set(file, files.read(file));
    const text = texts.get(file);
    if (text === undefined) return undefined;
    return { file: relative(folder, file).replaceAll(sep, "/"), line: text.slice(0, offset).split(/\r\n|[\r\n\u2028\u2029]/).length };
  };
}
