/** The tables of cases that the rule tests of the plugin run with ESLint. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import type { Case, InvalidCase } from "../../packages/eslint-plugin/test/run-rule.ts";

export interface RuleTable {
  readonly rule: string;
  readonly cases: readonly (Case & Partial<Pick<InvalidCase, "reports">>)[];
}

const collected = vi.hoisted((): RuleTable[] => []);

vi.mock("../../packages/eslint-plugin/test/run-rule.ts", () => ({
  runRule: (rule: string, _rule: unknown, { valid, invalid }: { readonly valid: readonly Case[]; readonly invalid: readonly InvalidCase[] }) => {
    collected.push({ rule, cases: [...valid, ...invalid] });
  },
  // oxlint reads scripts only.
  runInLanguage: () => undefined,
}));

/** Imports each rule's test, whose import is what runs its table. */
export async function ruleTables(): Promise<readonly RuleTable[]> {
  const folder = new URL("../../packages/eslint-plugin/test/rules/", import.meta.url);
  for (const name of readdirSync(folder)) await import(fileURLToPath(new URL(name, folder)));
  return collected;
}
