import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Every module that importing this one loads; what is no relative path is kept as it is written. */
function loadedBy(file: URL, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file.href)) return seen;
  seen.add(file.href);
  const imports = readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";|^import "([^"]+)";/gm);
  for (const [, from, bare] of imports) {
    const target = from ?? bare ?? "";
    if (target.startsWith(".")) loadedBy(new URL(target, file), seen);
    else if (target === "#host") loadedBy(new URL("../src/host/node.ts", import.meta.url), seen);
    else seen.add(target);
  }
  return seen;
}

test("importing the plugin loads neither the analyzer, with its parser, nor ESLint", () => {
  const loaded = [...loadedBy(new URL("../src/index.ts", import.meta.url))];
  expect(loaded.length).toBeGreaterThan(20);
  expect(loaded.filter((module) => !module.startsWith("file:")).sort()).toEqual(["@wx-domain/core", "node:crypto", "node:fs", "node:module", "node:path"]);
});
