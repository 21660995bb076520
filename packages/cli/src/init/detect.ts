import { hasDecorators, openProject, type FileAccess, type Project } from "@wx-domain/analyzer";
import { findESLint, type FoundESLint } from "./eslint-version.ts";
import { installerOf, type Installer } from "./installer.ts";
import { eslintConfigIn, parseManifest, type Manifest } from "./manifest.ts";

/** A file with ESLint's configuration. */
export interface ConfigFile {
  readonly form: "flat" | "eslintrc";
  /** Its name in the folder of package.json; that itself for its `eslintConfig`. */
  readonly name: string;
  /** Of package.json only what is ESLint's. */
  readonly text: string;
}

/** What `init` finds out about a project. Paths are absolute, with forward slashes. */
export interface Setup {
  readonly kind: Exclude<Project["kind"], "unknown"> | "h5";
  readonly root: string;
  readonly appFolder: string;
  /** Undefined: its package.json is no JSON. */
  readonly manifest: Manifest | undefined;
  readonly eslint: FoundESLint | undefined;
  /** The one that ESLint reads. */
  readonly config: ConfigFile | undefined;
  /** The name of an eslintrc that the project's ESLint is too new for; where there is none, the one that is to be installed. */
  readonly outdatedConfig: string | undefined;
  /** What the linted files end with, beside `.js`. */
  readonly endings: readonly string[];
  readonly usesTypeScript: boolean;
  readonly usesVue: boolean;
  /** Scripts of its own have decorators, at which ESLint's own parser stops. */
  readonly usesDecorators: boolean;
  readonly installer: Installer;
  readonly gitFolder: boolean;
}

/** In the order in which ESLint looks, package.json last. Source: its documentation, "Configuration Files". */
const FLAT = ["eslint.config.js", "eslint.config.mjs", "eslint.config.cjs", "eslint.config.ts", "eslint.config.mts", "eslint.config.cts"];
const ESLINTRC = [".eslintrc.js", ".eslintrc.cjs", ".eslintrc.yaml", ".eslintrc.yml", ".eslintrc.json", ".eslintrc"];

/** Nothing above `root`, the folder that the user names, is looked at, but for the ESLint of a workspace, and nothing changed. */
export function detect(root: string, files: FileAccess): Setup {
  const project = openProject(root, files);
  const manifest = parseManifest(files.read(`${root}/package.json`));
  const sources = project.sourceFiles();
  const eslint = findESLint(root, manifest, files);
  const config = configIn(root, manifest, files);
  // DevTools writes an eslintrc into each new project, without an ESLint to read it.
  const isOutdated = config?.form === "eslintrc" && (eslint === undefined || !readsEslintrc(eslint.version[0], manifest));
  return {
    kind: project.kind === "unknown" ? "h5" : project.kind,
    root,
    appFolder: project.appFolder,
    manifest,
    eslint,
    config: isOutdated ? undefined : config,
    outdatedConfig: isOutdated ? config.name : undefined,
    endings: ENDINGS.filter((ending) => sources.some((path) => path.endsWith(ending) && !path.endsWith(".d.ts"))),
    usesTypeScript: sources.some((path) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts") && !project.isVendored(path)),
    usesVue: sources.some((path) => path.endsWith(".vue")),
    usesDecorators: sources.some((path) => /\.jsx?$/.test(path) && !project.isVendored(path) && hasDecorators(files.read(path) ?? "")),
    installer: installerOf(root, files),
    gitFolder: files.list(`${root}/.git`) !== undefined,
  };
}

const ENDINGS = [".jsx", ".ts", ".tsx", ".vue"];

/** Source: ESLint's migration guides: version 9 reads eslintrc where it is told to, 10 never. */
function readsEslintrc(major: number, manifest: Manifest | undefined): boolean {
  return major < 9 || (major === 9 && manifest?.text?.includes("ESLINT_USE_FLAT_CONFIG=false") === true);
}

function configIn(root: string, manifest: Manifest | undefined, files: FileAccess): ConfigFile | undefined {
  for (const [form, names] of [["flat", FLAT], ["eslintrc", ESLINTRC]] as const) {
    for (const name of names) {
      const text = files.read(`${root}/${name}`);
      if (text !== undefined) return { form, name, text };
    }
  }
  const inManifest = manifest === undefined ? undefined : eslintConfigIn(manifest);
  return inManifest === undefined ? undefined : { form: "eslintrc", name: "package.json", text: JSON.stringify(inManifest) };
}
