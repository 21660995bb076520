/** The API's pages: what each package exports, called as a program imports it. */
import { readFileSync } from "node:fs";
import { Converter, ReflectionKind } from "typedoc";

const PACKAGES = ["core", "analyzer", "loader", "eslint-plugin"];

/**
 * @typedef {object} Manifest the part of a package.json that is read here
 * @property {string} name
 * @property {Readonly<Record<string, string | { readonly types?: string }>>} exports
 */

/** What TypeScript calls a source file below `packages/`, and how a program imports it. */
const imports = new Map(PACKAGES.flatMap(importsOf));

/**
 * @param {string} folder
 * @returns {[string, string][]}
 */
function importsOf(folder) {
  const { name, exports } = /** @type {Manifest} */ (JSON.parse(readFileSync(new URL(`../packages/${folder}/package.json`, import.meta.url), "utf8")));
  return Object.entries(exports).flatMap(([path, target]) => {
    const declaration = typeof target === "string" ? undefined : target.types;
    return declaration === undefined ? [] : [[`${folder}/${declaration.replace(/^\.\/dist\/(.*)\.d\.ts$/, "src/$1")}`, path.replace(".", name)]];
  });
}

/** @param {import("typedoc").Application} application */
function nameModules(application) {
  application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
      const file = imports.has(module.name) ? module.name : `${module.name}/index`;
      module.name = imports.get(file) ?? module.name;
    }
  });
}

/** @type {Partial<import("typedoc").TypeDocOptions> & Readonly<Record<string, unknown>>} */
export default {
  plugin: ["typedoc-plugin-markdown", nameModules],
  name: "API",
  tsconfig: "typedoc.tsconfig.json",
  entryPoints: [...imports.keys()].map((file) => `../packages/${file}.ts`),
  // The docstrings are English. A reader who switches the language keeps the place, and the Chinese navigation.
  outputs: ["api", "zh/api"].map((path) => ({ name: "markdown", path })),
  logLevel: "Warn",
  readme: "none",
  // `pnpm typecheck` has done it.
  skipErrorChecking: true,
  excludeInternal: true,
  excludeExternals: true,
  disableSources: true,
  validation: { notExported: false },
  outputFileStrategy: "modules",
  entryFileName: "index",
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useHTMLAnchors: true,
};
