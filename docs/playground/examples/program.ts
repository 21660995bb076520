import type { Locale } from "@wx-domain/core";
import { asProgram, type Program } from "../state/program.ts";
import { CHINESE_COMMENTS } from "./comments.ts";
import { EXAMPLES, type ExampleId } from "./examples.ts";

const TEXTS = import.meta.glob<string>("./*/**/*", { query: "?raw", import: "default", eager: true });

export function exampleProgram(id: ExampleId, locale: Locale): Program {
  const prefix = `./${id}/`;
  const files = Object.entries(TEXTS).flatMap(([path, text]): [string, string][] => (path.startsWith(prefix) ? [[path.slice(prefix.length), locale === "en" ? text : inChinese(text)]] : []));
  const program = asProgram({ pageOrigins: [], ...EXAMPLES[id], files: Object.fromEntries(files) });
  if (program === undefined) throw new TypeError(`The example ${id} is no program.`);
  return program;
}

function inChinese(text: string): string {
  return Object.entries(CHINESE_COMMENTS).reduce((now, [english, chinese]) => now.replace(english, chinese), text);
}
