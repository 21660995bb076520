import { openProject, type FileAccess, type Project } from "@wx-domain/analyzer";
import { parseManifest, rangeOf, type Manifest } from "./manifest.ts";

/** A file with ESLint's configuration. */
export interface ConfigFile {
  readonly form: "flat" | "eslintrc";
  /** Its name in the folder of package.json. */
  readonly name: string;
  readonly text: string;
}

/** What `init` finds out about a project. Paths are absolute, with forward slashes. */
export interface Setup {
  readonly kind: Exclude<Project["kind"], "unknown"> | "h5";
  readonly root: string;
  readonly appFolder: string;
  /** Undefined: its package.json is no JSON. */
  readonly manifest: Manifest | undefined;
  /** The major version and minor version of ESLint, as installed or as asked for; undefined: there is none. */
  readonly eslint: readonly [major: number, minor: number] | undefined;
  readonly config: ConfigFile | undefined;
  readonly usesTypeScript: boolean;
  readonly usesVue: boolean;
  readonly installer: "npm install" | "pnpm install" | "yarn";
  readonly gitFolder: boolean;
}

/** In the order in which ESLint looks. Source: its documentation, "Configuration Files". */
const FLAT = ["eslint.config.js", "eslint.config.mjs", "eslint.config.cjs", "eslint.config.ts", "eslint.config.mts", "eslint.config.cts"];
const ESLINTRC = [".eslintrc.js", ".eslintrc.cjs", ".eslintrc.yaml", ".eslintrc.yml", ".eslintrc.json", ".eslintrc"];

/** Nothing above `root`, the folder that the user names, is looked at or changed. */
export function detect(root: string, files: FileAccess): Setup {
  const project = openProject(root, files);
  const manifest = parseManifest(files.read(`${root}/package.json`));
  const sources = project.sourceFiles();
  const has = (name: string): boolean => files.version(`${root}/${name}`) !== undefined;
  return {
    kind: project.kind === "unknown" ? "h5" : project.kind,
    root,
    appFolder: project.appFolder,
    manifest,
    eslint: versionOf(files.read(`${root}/node_modules/eslint/package.json`), manifest),
    config: configIn(root, files),
    usesTypeScript: sources.some((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts") && !project.isVendored(path)),
    usesVue: sources.some((path) => path.endsWith(".vue")),
    installer: has("pnpm-lock.yaml") ? "pnpm install" : has("yarn.lock") ? "yarn" : "npm install",
    gitFolder: files.list(`${root}/.git`) !== undefined,
  };
}

function configIn(root: string, files: FileAccess): ConfigFile | undefined {
  for (const [form, names] of [["flat", FLAT], ["eslintrc", ESLINTRC]] as const) {
    for (const name of names) {
      const text = files.read(`${root}/${name}`);
      if (text !== undefined) return { form, name, text };
    }
  }
  return undefined;
}

function versionOf(installed: string | undefined, manifest: Manifest | undefined): Setup["eslint"] {
  const version = parseManifest(installed)?.fields["version"];
  const text = typeof version === "string" && installed !== undefined ? version : manifest === undefined ? undefined : rangeOf(manifest, "eslint");
  const [, major, minor = "0"] = /(\d+)(?:\.(\d+))?/.exec(text ?? "") ?? [];
  // `^8`: what a fresh install takes has the last minor version.
  const isOpen = installed === undefined && /^[\^>*]/.test(text ?? "");
  return major === undefined ? undefined : [Number(major), isOpen ? 99 : Number(minor)];
}
