/** What a user gets: the packages as they are published. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const workspace = fileURLToPath(new URL("..", import.meta.url));

/**
 * @typedef {object} Packed
 * @property {string} name the package's name
 * @property {string} folder its folder in the workspace, absolute
 * @property {string} tarball absolute
 * @property {readonly string[]} files paths inside the package, sorted
 */

/**
 * Packs every package that can be published. The packages must have been built.
 *
 * @param {string} destination an existing folder
 * @param {string} root the workspace, or a copy of it
 * @returns {readonly Packed[]}
 * @throws {Error} if pnpm can't pack one
 */
export function packAll(destination, root = workspace) {
  const packagesFolder = join(root, "packages");
  return readdirSync(packagesFolder)
    .map((name) => join(packagesFolder, name))
    .filter((folder) => !isPrivate(folder))
    .map((folder) => pack(folder, destination));
}

/** @param {string} folder */
function isPrivate(folder) {
  const manifest = /** @type {{ private?: boolean }} */ (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")));
  return manifest.private === true;
}

/**
 * @param {string} folder
 * @param {string} destination
 * @returns {Packed}
 */
function pack(folder, destination) {
  const output = execFileSync("pnpm", ["pack", "--json", "--pack-destination", destination], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32", // pnpm is a .cmd file there
  });
  const report = /** @type {{ name: string, filename: string, files: { path: string }[] }} */ (JSON.parse(output));
  return { name: report.name, folder, tarball: report.filename, files: report.files.map((file) => file.path).sort() };
}
