import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Packed } from "../../scripts/packed.js";

const windows = process.platform === "win32";

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A small app in a folder of its own, outside the workspace, whose dependencies npm installs as it does for a user. */
export class UserProject {
  readonly folder: string;

  constructor(app = new URL("fixtures/app", import.meta.url)) {
    // Resolved, since the temporary folder is a link on some systems and messages name the real path.
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-user-")));
    cpSync(fileURLToPath(app), this.folder, { recursive: true });
    const path = join(this.folder, "package.json");
    const written = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>) : {};
    // Of the app's own packages, such as its framework, no linter needs to find one.
    writeFileSync(path, JSON.stringify({ name: "user-project", private: true, ...written, dependencies: undefined }, undefined, 2));
  }

  /**
   * Installs the packed packages and others from the registry.
   *
   * @throws {Error} with npm's own words, if it fails
   */
  async install(packages: readonly Packed[], others: readonly string[]): Promise<void> {
    const flags = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
    const tarballs = packages.map((packed) => packed.tarball);
    const { code, stdout, stderr } = await this.run("npm", ["install", "--save-dev", ...flags, ...tarballs, ...others]);
    if (code !== 0) throw new Error(`npm install ended with ${code}:\n${stdout}${stderr}`);
  }

  run(command: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
    return new Promise((resolve) => {
      const env = { ...process.env, NODE_ENV: undefined, ...environment };
      const child = execFile(command, parameters, { cwd: this.folder, env, shell: windows }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : (child.exitCode ?? 1), stdout, stderr });
      });
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
