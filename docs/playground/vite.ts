import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const source = (path: string): string => fileURLToPath(new URL(`../../packages/${path}`, import.meta.url));

/** ESLint requires it, and would get the module that it offers to bundlers, whose default export is not what `require` gives. */
const esquery = createRequire(createRequire(import.meta.url).resolve("eslint/package.json")).resolve("esquery");

/** The packages as their sources have them, with what they take in a browser (package.json, "imports"). */
const ALIASES = [
  { find: "@wx-domain/core/public-suffix", replacement: source("core/src/public-suffix.ts") },
  { find: "@wx-domain/core", replacement: source("core/src/index.ts") },
  { find: "@wx-domain/analyzer", replacement: source("analyzer/src/index.ts") },
  { find: "#parsers", replacement: source("analyzer/src/parsers/bundled.ts") },
  { find: "#host", replacement: source("eslint-plugin/src/host/browser.ts") },
  { find: "eslint-plugin-wx-domain/browser", replacement: source("eslint-plugin/src/browser.ts") },
  { find: "esquery", replacement: esquery },
  { find: "node:path", replacement: fileURLToPath(new URL("engine/posix-path.ts", import.meta.url)) },
];

const NO_RULES = "\0eslint-without-rules";

/** ESLint's three hundred rules, of which none is run: half of what its linter would weigh. */
function withoutBuiltInRules(): Plugin {
  return {
    name: "wx-domain:eslint-without-rules",
    enforce: "pre",
    resolveId: (id, importer) => (id.endsWith("/rules") && importer !== undefined && /[\\/]eslint[\\/]lib[\\/]/.test(importer) ? NO_RULES : undefined),
    load: (id) => (id === NO_RULES ? "export const get = () => undefined; export const has = () => false;" : undefined),
  };
}

/** What the playground asks of the site's bundler. */
export function playground(): Plugin {
  return {
    name: "wx-domain:playground",
    config: () => ({
      resolve: { alias: ALIASES },
      worker: { format: "es", plugins: () => [withoutBuiltInRules()] },
    }),
  };
}
