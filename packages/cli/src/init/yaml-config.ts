import { isCollection, isMap, isScalar, isSeq, parseDocument } from "yaml";
import { LEGACY } from "./legacy-config.ts";
import { indentAfter, itemAfter, spliced, type Insertion } from "./splice.ts";

/**
 * Adds the plugin's configuration to `extends` of an eslintrc in YAML. The text is not written anew: comments, quotes and
 * indentation stay. Undefined: it is no mapping, or `extends` is an alias, an anchor or has a tag.
 */
export function extendYaml(text: string): string | undefined {
  const { contents, errors } = parseDocument(text);
  if (errors.length > 0) return undefined;
  if (contents === null) return spliced(text, [{ at: text.length, text: `${/[^\n]$/.test(text) ? "\n" : ""}${block("")}` }]);
  if (!isMap(contents) || contents.items.length === 0) return undefined;
  const [start] = contents.range;
  const pair = contents.items.find(({ key }) => isScalar(key) && key.value === "extends");
  if (pair === undefined) {
    if (contents.flow === true) return spliced(text, [{ at: start + 1, text: ` extends: ["${LEGACY}"],` }]);
    return spliced(text, [{ at: start, text: block(columnText(text, start)) }]);
  }
  const { value } = pair;
  const insertions = isSeq(value) || isScalar(value) ? extended(text, value) : undefined;
  return insertions === undefined ? undefined : spliced(text, insertions);
}

/** `extends` as a line of its own, in front of what stands there with the same indentation. */
function block(indent: string): string {
  return `extends:\n${indent}  - ${LEGACY}\n${indent}`;
}

/** What stands in the line before an offset. */
function columnText(text: string, at: number): string {
  return text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
}

type Value = NonNullable<unknown> & { readonly range?: readonly [number, number, number] | null | undefined; readonly anchor?: string; readonly tag?: string };

function extended(text: string, value: Value): readonly Insertion[] | undefined {
  if (value.range === undefined || value.range === null || value.anchor !== undefined || value.tag !== undefined) return undefined;
  const [start, end] = value.range;
  if (!isSeq(value)) return isScalar(value) && typeof value.value === "string" ? [{ at: start, text: "[" }, { at: end, text: `, "${LEGACY}"]` }] : undefined;
  const last: unknown = value.items.at(-1);
  const lastEnd = isScalar(last) || isCollection(last) ? last.range?.[1] : undefined;
  if (value.flow === true) {
    if (lastEnd === undefined) return value.items.length === 0 ? [{ at: start + 1, text: `"${LEGACY}"` }] : undefined;
    return itemAfter(text, lastEnd, `"${LEGACY}"`, indentAfter(text, start + 1));
  }
  if (lastEnd === undefined) return undefined;
  // A comment behind the last item stays with it.
  const lineLength = /^[^\r\n]*/.exec(text.slice(lastEnd))?.[0].length ?? 0;
  return [{ at: lastEnd + lineLength, text: `\n${columnText(text, start)}- ${LEGACY}` }];
}
