import { cpSync, mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const plugin = fileURLToPath(new URL("../../packages/eslint-plugin", import.meta.url));

export type Sample = "native" | "taro" | "uni-app";

const ESLINT = { "8.57": "eslint-8", "9": "eslint-9", "10": "eslint" } as const;

export type ESLintVersion = keyof typeof ESLINT;

export const ESLINT_VERSIONS: readonly ESLintVersion[] = ["8.57", "9", "10"];

/** Copies a sample into a new folder, and gives it what its people would have installed. The plugin must have been built. */
export function installSample(sample: Sample, folder: string, version: ESLintVersion = "10"): void {
  cpSync(fileURLToPath(new URL(`fixtures/${sample}`, import.meta.url)), folder, { recursive: true });
  const links = [
    ["eslint", join(plugin, "node_modules", ESLINT[version])],
    ["eslint-plugin-wx-domain", plugin],
    ...["@eslint/json", "@typescript-eslint/parser", "vue-eslint-parser"].map((name) => [name, join(plugin, "node_modules", name)] as const),
  ] as const;
  for (const [name, target] of links) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(target), link, "junction");
  }
}
