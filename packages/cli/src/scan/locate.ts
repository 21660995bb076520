import type { FileAccess, Place } from "@wx-domain/analyzer";
import { relative, sep } from "node:path";
import type { ReportedPlace } from "./report.ts";

/** Gives the line of a place, or of the first use of a name in its file, relative to the scanned folder. Undefined: it can't be read. */
export type Locate = (place: Place, name?: string) => ReportedPlace | undefined;

/** Turns the analysis' places (offsets) into lines, relative to a folder; each file is read once. */
export function placeLocator(folder: string, files: FileAccess): Locate {
  const texts = new Map<string, string | undefined>();
  return ({ file, offset }, name) => {
    if (!texts.has(file)) texts.set(file, files.read(file));
    const text = texts.get(file);
    if (text === undefined) return undefined;
    const start = name === undefined ? offset : Math.max(0, text.search(new RegExp(String.raw`(?<![\w$.])${name.replace(/\W/g, String.raw`\$&`)}(?![\w$])`)));
    return { file: relative(folder, file).replaceAll(sep, "/"), line: text.slice(0, start).split(/\r\n|[\r\n\u2028\u2029]/).length };
  };
}
