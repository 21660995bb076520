import type { DomainLists } from "@wx-domain/core";
import { expect, it } from "vitest";
import { changesBetween, type ListChange } from "../../src/snapshot/changes.ts";

it.each<{ what: string; before: DomainLists; read: DomainLists; changes: ListChange[] }>([
  { what: "the same in another order", before: { requestdomain: ["b", "a"] }, read: { requestdomain: ["a", "b"] }, changes: [] },
  { what: "a list that the source does not know", before: { jsdomain: ["a"] }, read: {}, changes: [] },
  {
    what: "entries come and go",
    before: { requestdomain: ["a", "b"] },
    read: { requestdomain: ["d", "b", "c"] },
    changes: [{ list: "requestdomain", wasKnown: true, added: ["c", "d"], removed: ["a"] }],
  },
  {
    what: "unknown becomes empty: then nothing is allowed",
    before: {},
    read: { udpdomain: [] },
    changes: [{ list: "udpdomain", wasKnown: false, added: [], removed: [] }],
  },
])("$what", ({ before, read, changes }) => {
  expect(changesBetween(before, read)).toEqual(changes);
});
