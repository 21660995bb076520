import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packAll, type Packed } from "../../scripts/packed.js";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const changesets = join(dirname(createRequire(import.meta.url).resolve("@changesets/cli/package.json")), "bin.js");

/** What the next release would publish: a copy of the built workspace with the versions that the changesets give it, and its tarballs. */
export interface NextRelease {
  readonly folder: string;
  readonly packages: readonly Packed[];
}

/** The steps of the release but the publishing: `release:version` in a copy, then the packing. */
export function nextRelease(folder: string): NextRelease {
  for (const name of ["package.json", "pnpm-workspace.yaml", ".changeset", "scripts"]) cpSync(join(workspace, name), join(folder, name), { recursive: true });
  for (const name of readdirSync(join(workspace, "packages"))) copyPackage(join("packages", name), folder);
  // The changelog asks git which commit brought a changeset.
  const git = (...parameters: readonly string[]): Buffer =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", ...parameters], { cwd: folder });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=copy");
  execFileSync(process.execPath, [changesets, "version"], { cwd: folder, stdio: "pipe" });
  execFileSync(process.execPath, [join(folder, "scripts", "write-version.js")]);
  const tarballs = join(folder, "tarballs");
  mkdirSync(tarballs);
  return { folder, packages: packAll(tarballs, folder) };
}

/** Without what is installed and what only tests read. */
function copyPackage(path: string, folder: string): void {
  const left = ["node_modules", "test", "bench"].map((name) => join(workspace, path, name));
  cpSync(join(workspace, path), join(folder, path), { recursive: true, filter: (source) => !left.includes(source) });
}
