import type { DomainLists } from "@wx-domain/core";
import { expect, it } from "vitest";
import { changesBetween, type ListChange } from "../../src/snapshot/changes.ts";

it.each<{ what: string; before: DomainLists; after: DomainLists; changes: ListChange[] }>([
  { what: "the same in another order", before: { requestdomain: ["b", "a"] }, after: { requestdomain: ["a", "b"] }, changes: [] },
  {
    what: "entries come and go",
    before: { requestdomain: ["a", "b"] },
    after: { requestdomain: ["d", "b", "c"] },
    changes: [{ list: "requestdomain", wasKnown: true, isKnown: true, added: ["c", "d"], removed: ["a"] }],
  },
  {
    what: "unknown becomes empty: then nothing is allowed",
    before: {},
    after: { udpdomain: [] },
    changes: [{ list: "udpdomain", wasKnown: false, isKnown: true, added: [], removed: [] }],
  },
  {
    what: "empty becomes unknown: then nothing is said",
    before: { udpdomain: [] },
    after: {},
    changes: [{ list: "udpdomain", wasKnown: true, isKnown: false, added: [], removed: [] }],
  },
])("$what", ({ before, after, changes }) => {
  expect(changesBetween(before, after)).toEqual(changes);
});
