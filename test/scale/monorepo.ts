import { execFile, execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const plugin = fileURLToPath(new URL("../../packages/eslint-plugin", import.meta.url));
const windows = process.platform === "win32";
// pnpm's NODE_PATH would show the project packages that it has not installed.
const env = { ...process.env, NODE_PATH: undefined, NO_COLOR: "1", FORCE_COLOR: undefined };

/** Whose links connect the packages: pnpm's in each package, or npm's and yarn's in the root. */
export type PackageManager = "pnpm" | "npm";

export interface Linted {
  readonly code: number;
  /** `file:line rule` of each report that is not suppressed, sorted. */
  readonly reports: readonly string[];
  /** How many are. */
  readonly suppressed: number;
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
  readonly suppressedMessages: readonly unknown[];
}

/** A repository with two apps and the packages that they share. Paths are seen from its folder. */
export class Monorepo {
  readonly #folder: string;

  /** Copies it, lets a package manager link its packages, and the built plugin and ESLint to be found. */
  constructor(folder: string, manager: PackageManager = "pnpm") {
    this.#folder = folder;
    cpSync(fileURLToPath(new URL("fixtures/monorepo", import.meta.url)), folder, { recursive: true });
    if (manager === "npm") {
      rmSync(join(folder, "pnpm-workspace.yaml"));
      // npm knows no `workspace:`.
      for (const manifest of this.#manifests()) this.edit(manifest, "workspace:", "");
    }
    execFileSync(manager, ["install", "--offline"], { cwd: folder, env, stdio: "ignore", shell: windows });
    for (const [name, target] of [
      ["eslint", join(plugin, "node_modules", "eslint")],
      ["eslint-plugin-wx-domain", plugin],
    ] as const) {
      symlinkSync(realpathSync(target), join(folder, "node_modules", name), "junction");
    }
  }

  edit(path: string, before: string, after: string): void {
    writeFileSync(join(this.#folder, path), this.text(path).replaceAll(before, after));
  }

  text(path: string): string {
    return readFileSync(join(this.#folder, path), "utf8");
  }

  /** The files in which the plugin remembers the modules of each project, and whatever else lies beside them. */
  remembered(): readonly string[] {
    const caches = ["", "apps/admin", "apps/shop"].map((nearest) => join(this.#folder, nearest, "node_modules", ".cache", "wx-domain"));
    return caches.flatMap((cache) => readdirSync(cache));
  }

  /** @throws {Error} with ESLint's own words, if it gives no report */
  lint(...flags: readonly string[]): Promise<Linted> {
    const eslint = join(this.#folder, "node_modules", "eslint", "bin", "eslint.js");
    return new Promise((resolve, reject) => {
      const child = execFile(process.execPath, [eslint, ".", "--format", "json", ...flags], { cwd: this.#folder, env }, (_error, stdout, stderr) => {
        if (stdout === "") reject(new Error(stderr));
        else resolve(this.#read(child.exitCode ?? 1, JSON.parse(stdout) as readonly Result[]));
      });
    });
  }

  #read(code: number, results: readonly Result[]): Linted {
    const reports = results.flatMap(({ filePath, messages }) => {
      const file = relative(this.#folder, filePath).replaceAll("\\", "/");
      return messages.map(({ ruleId, line, message }) => `${file}:${line} ${ruleId?.replace("wx-domain/", "") ?? message}`);
    });
    return { code, reports: reports.sort(), suppressed: results.reduce((sum, { suppressedMessages }) => sum + suppressedMessages.length, 0) };
  }

  #manifests(): readonly string[] {
    return ["apps", "packages"].flatMap((group) => readdirSync(join(this.#folder, group)).map((name) => `${group}/${name}/package.json`));
  }
}
