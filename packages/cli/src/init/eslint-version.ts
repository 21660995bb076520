import type { FileAccess } from "@wx-domain/analyzer";
import { parseManifest, rangeOf, type Manifest } from "./manifest.ts";

/** Major and minor. */
export type Version = readonly [major: number, minor: number];

/** The ESLint that a project has, or will have once its packages are installed. */
export interface FoundESLint {
  readonly version: Version;
  /** As package.json is to name it. */
  readonly range: string;
  /** In `node_modules`, where package.json asks for another one: the next installation replaces it. */
  readonly replaced: string | undefined;
}

/** A minor version that a range leaves open: a fresh install takes the newest. */
export const NEWEST_MINOR = 99;

/** Undefined: it is neither installed, there or above in the same repository, nor asked for. */
export function findESLint(root: string, manifest: Manifest | undefined, files: FileAccess): FoundESLint | undefined {
  const text = foldersOf(root, files).map((folder) => files.read(`${folder}/node_modules/eslint/package.json`)).find((one) => one !== undefined);
  const field = text === undefined ? undefined : parseManifest(text)?.fields["version"];
  const installed = typeof field === "string" ? field : undefined;
  const range = manifest === undefined ? undefined : rangeOf(manifest, "eslint");
  const bounds = boundsOf(range ?? "");
  const version = boundsOf(installed ?? "")[0];
  const [asked] = bounds;
  if (installed !== undefined && version !== undefined && (asked === undefined || bounds.some((bound) => admits(bound, version)))) {
    return { version: [version.major, version.minor ?? 0], range: `^${installed}`, replaced: undefined };
  }
  if (range === undefined || asked === undefined) return undefined;
  const { major, minor, operator } = asked;
  return { version: [major, minor === undefined || /[\^>]/.test(operator) ? NEWEST_MINOR : minor], range, replaced: installed };
}

/** A folder, and those above it up to the repository's own: where a workspace installs what its packages share. */
function foldersOf(root: string, files: FileAccess): readonly string[] {
  const names = root.split("/");
  const folders = names.map((_name, at) => names.slice(0, names.length - at).join("/"));
  return folders.slice(0, Math.max(1, folders.findIndex((folder) => files.list(`${folder}/.git`) !== undefined) + 1));
}

interface Bound {
  readonly operator: string;
  readonly major: number;
  readonly minor: number | undefined;
}

/** The lower bound of each alternative of a range, as far as it names versions. */
function boundsOf(range: string): readonly Bound[] {
  return range.split("||").flatMap((part) => {
    const [, operator = "", major, minor] = /([\^~]|>=?)?\s*v?(\d+)(?:\.(\d+))?/.exec(part) ?? [];
    return major === undefined ? [] : [{ operator, major: Number(major), minor: minor === undefined ? undefined : Number(minor) }];
  });
}

function admits({ operator, major, minor }: Bound, version: Bound): boolean {
  const [asked, installed] = [minor ?? 0, version.minor ?? 0];
  if (operator.startsWith(">")) return version.major > major || (version.major === major && installed >= asked);
  return version.major === major && (operator === "^" ? installed >= asked : minor === undefined || installed === asked);
}
