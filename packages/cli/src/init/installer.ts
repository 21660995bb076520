import type { FileAccess } from "@wx-domain/analyzer";

/** How a project's packages are installed. */
export interface Installer {
  /** What a person types. */
  readonly command: string;
  /** What a CI job runs: exactly what the lock file holds, where there is one. */
  readonly ciCommand: string;
}

/** A fresh project's, and one's that keeps no lock file. */
const NPM: Installer = { command: "npm install", ciCommand: "npm install" };

const NPM_LOCKED: Installer = { ...NPM, ciCommand: "npm ci" };

/**
 * The first file that is there decides; a newer Yarn is known by its settings. CI images have npm and Yarn 1, which hands over to the Yarn that a
 * project names. Sources: each tool's documentation of its `install`.
 */
const BY_FILE: readonly (readonly [name: string, installer: Installer])[] = [
  ["pnpm-lock.yaml", { command: "pnpm install", ciCommand: "npx pnpm install --frozen-lockfile" }],
  [".yarnrc.yml", { command: "yarn", ciCommand: "yarn install --immutable" }],
  ["yarn.lock", { command: "yarn", ciCommand: "yarn install --frozen-lockfile" }],
  ["package-lock.json", NPM_LOCKED],
  ["npm-shrinkwrap.json", NPM_LOCKED],
];

/** By the lock file in a folder. */
export function installerOf(root: string, files: FileAccess): Installer {
  return BY_FILE.find(([name]) => files.version(`${root}/${name}`) !== undefined)?.[1] ?? NPM;
}
