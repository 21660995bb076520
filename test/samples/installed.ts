import { execFile } from "node:child_process";
import { cpSync, mkdirSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
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

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

/**
 * What ESLint says about files of an installed sample, as `file:line rule`.
 *
 * @throws {Error} with what ESLint printed beside its report
 */
export function lintSample(folder: string, patterns: readonly string[] = ["."]): Promise<string[]> {
  const env = { ...process.env, NODE_PATH: undefined, NO_COLOR: "1", FORCE_COLOR: undefined, LC_ALL: "en" };
  const command = [join(folder, "node_modules", "eslint", "bin", "eslint.js"), ...patterns, "--format", "json"];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: folder, env }, (_error, stdout, stderr) => {
      if (stderr !== "" || stdout === "") {
        reject(new Error(stderr));
        return;
      }
      const results = JSON.parse(stdout) as readonly Result[];
      resolve(
        results.flatMap(({ filePath, messages }) =>
          messages.map(({ ruleId, line, message }) => `${relative(folder, filePath).replaceAll("\\", "/")}:${line} ${ruleId?.replace("wx-domain/", "") ?? message}`),
        ),
      );
    });
  });
}
