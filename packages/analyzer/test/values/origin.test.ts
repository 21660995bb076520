import { expect, test } from "vitest";
import { originOf } from "../../src/values/origin.ts";
import type { Pattern } from "../../src/values/pattern.ts";

/** `…` is a hole; the holes are told apart by their number. */
function pattern(text: string): Pattern {
  return text.split(/(…)/).flatMap((part, index): Pattern => {
    if (part === "") return [];
    return part === "…" ? [{ kind: "hole", hole: { cause: "storage", at: undefined, detail: String((index - 1) / 2) } }] : [{ kind: "text", text: part, from: [] }];
  });
}

test.each<[text: string, holes: readonly string[]]>([
  ["https://api.….example.com/v1/…?q=…", ["0"]],
  ["https://…", ["0"]],
  ["https://…:…/x/…", ["0", "1"]],
  ["…/x/…", ["0"]],
  ["…://…/x/…", ["0", "1"]],
  ["…?page=…", ["0"]],
])("the holes of the origin of %s", (text, holes) => {
  const origin = originOf(pattern(text));
  expect(origin.kind === "partial" || origin.kind === "unknown" ? origin.holes.map(({ detail }) => detail) : origin.kind).toEqual(holes);
});
