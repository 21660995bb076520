import { execFile, execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const example = fileURLToPath(new URL("../../docs/examples/monorepo", import.meta.url));
const plugin = fileURLToPath(new URL("../../packages/eslint-plugin", import.meta.url));
const windows = process.platform === "win32";
// pnpm's NODE_PATH would show the project packages that it has not installed.
const env = { ...process.env, NODE_PATH: undefined, NO_COLOR: "1", FORCE_COLOR: undefined };

/** Whose links connect the packages: pnpm's in each package, or npm's and yarn's in the root. */
export type PackageManager = "pnpm" | "npm" | "yarn";

const YARN = join(dirname(require.resolve("yarn-classic/package.json")), "bin", "yarn.js");

/** What installs without a registry. */
const INSTALL: Readonly<Record<PackageManager, readonly string[]>> = {
  pnpm: ["pnpm", "install", "--offline"],
  npm: ["npm", "install", "--offline", "--no-audit", "--no-fund"],
  yarn: [process.execPath, YARN, "install", "--offline", "--silent"],
};

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

interface Manifest extends Record<string, unknown> {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The example of `docs/`: a repository with two apps and the packages that they share. Paths are seen from its folder. */
export class Monorepo {
  readonly folder: string;

  /** Copies it, lets a package manager link its packages, and the built plugin, ESLint and Turborepo to be found. */
  constructor(folder: string, manager: PackageManager = "pnpm") {
    this.folder = folder;
    // As it is checked out.
    cpSync(example, folder, { recursive: true, filter: (source) => !/[\\/](?:node_modules|\.turbo)$/.test(source) });
    // They are linked below.
    this.#editManifest("package.json", { devDependencies: undefined, packageManager: undefined });
    if (manager !== "pnpm") this.#forgetPnpm();
    const [command = "", ...parameters] = INSTALL[manager];
    execFileSync(command, parameters, { cwd: folder, env, stdio: "ignore", shell: windows });
    this.#link("eslint", join(plugin, "node_modules", "eslint"), "bin/eslint.js");
    this.#link("eslint-plugin-wx-domain", plugin);
    this.#link("turbo", dirname(require.resolve("turbo/package.json")), "bin/turbo");
    if (manager === "yarn") return;
    const version = execFileSync(manager, ["--version"], { cwd: folder, env, encoding: "utf8", shell: windows }).trim();
    this.#editManifest("package.json", { packageManager: `${manager}@${version}` });
    // Turborepo reads which manager it is; each pnpm that it starts would ask the registry whether there is such a version.
    if (manager === "pnpm") this.write("pnpm-workspace.yaml", `${this.text("pnpm-workspace.yaml")}pmOnFail: ignore\n`);
  }

  edit(path: string, before: string, after: string): void {
    const text = this.text(path);
    if (!text.includes(before)) throw new Error(`${path} does not hold ${before}.`);
    this.write(path, text.replaceAll(before, after));
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.folder, path), text);
  }

  text(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** The files in which the plugin remembers the modules of each project, and whatever else lies beside them. */
  remembered(): readonly string[] {
    return this.#caches().flatMap((cache) => readdirSync(cache));
  }

  /** What ESLint says that remembers nothing. */
  lintCold(): Promise<Linted> {
    for (const cache of this.#caches()) rmSync(cache, { recursive: true });
    return this.lint();
  }

  /** @throws {Error} with ESLint's own words, if it gives no report */
  lint(...flags: readonly string[]): Promise<Linted> {
    const eslint = join(this.folder, "node_modules", "eslint", "bin", "eslint.js");
    return new Promise((resolve, reject) => {
      const child = execFile(process.execPath, [eslint, ".", "--format", "json", ...flags], { cwd: this.folder, env }, (_error, stdout, stderr) => {
        if (stdout === "") reject(new Error(stderr));
        else resolve(this.#read(child.exitCode ?? 1, JSON.parse(stdout) as readonly Result[]));
      });
    });
  }

  #read(code: number, results: readonly Result[]): Linted {
    const reports = results.flatMap(({ filePath, messages }) => {
      const file = relative(this.folder, filePath).replaceAll("\\", "/");
      return messages.map(({ ruleId, line, message }) => `${file}:${line} ${ruleId?.replace("wx-domain/", "") ?? message}`);
    });
    return { code, reports: reports.sort(), suppressed: results.reduce((sum, { suppressedMessages }) => sum + suppressedMessages.length, 0) };
  }

  #caches(): readonly string[] {
    const caches = ["", "apps/admin", "apps/shop"].map((nearest) => join(this.folder, nearest, "node_modules", ".cache", "wx-domain"));
    return caches.filter((cache) => existsSync(cache));
  }

  /** npm and yarn know no `workspace:`. */
  #forgetPnpm(): void {
    rmSync(join(this.folder, "pnpm-workspace.yaml"));
    for (const group of ["apps", "packages"]) {
      for (const name of readdirSync(join(this.folder, group))) {
        const path = `${group}/${name}/package.json`;
        const { dependencies = {} } = this.#manifest(path);
        const anywhere = Object.entries(dependencies).map(([dependency, range]) => [dependency, range.replace("workspace:", "")]);
        this.#editManifest(path, { dependencies: Object.fromEntries(anywhere) });
      }
    }
  }

  #manifest(path: string): Manifest {
    return JSON.parse(this.text(path)) as Manifest;
  }

  #editManifest(path: string, changes: Readonly<Record<string, unknown>>): void {
    this.write(path, JSON.stringify({ ...this.#manifest(path), ...changes }, undefined, 2));
  }

  /** @param bin of the package, by which scripts call it */
  #link(name: string, target: string, bin?: string): void {
    const modules = join(this.folder, "node_modules");
    mkdirSync(join(modules, ".bin"), { recursive: true });
    symlinkSync(realpathSync(target), join(modules, name), "junction");
    if (bin !== undefined) symlinkSync(join("..", name, bin), join(modules, ".bin", name));
  }
}
