import { fileURLToPath } from "node:url";
import { configDefaults, defineConfig } from "vitest/config";

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Before tests that load a package as its users do: the plugin loads the analyzer late, a process loads all of them. */
const BUNDLES = ["scripts/bundles.js"];

const SITE_TESTS = ["test/site/**/*.test.ts", "test/playground/**/*.test.ts"];

export default defineConfig({
  resolve: {
    // Tests read the sources, so that no build stands between an edit and its result.
    alias: {
      "@wx-domain/core/public-suffix": source("packages/core/src/public-suffix.ts"),
      "@wx-domain/core": source("packages/core/src/index.ts"),
      "@wx-domain/analyzer/node": source("packages/analyzer/src/node-files.ts"),
      "@wx-domain/analyzer": source("packages/analyzer/src/index.ts"),
      "#parsers": source("packages/analyzer/src/parsers/on-demand-node.ts"),
      "#host": source("packages/eslint-plugin/src/host/node.ts"),
      "@wx-domain/loader/faults": source("packages/loader/src/faults.ts"),
      "@wx-domain/loader": source("packages/loader/src/index.ts"),
      "eslint-plugin-wx-domain/browser": source("packages/eslint-plugin/src/browser.ts"),
      "eslint-plugin-wx-domain": source("packages/eslint-plugin/src/index.ts"),
    },
  },
  test: {
    // Never a measure of speed: CI machines are shared, and the command's tests start a process a case.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        // What a contributor runs all the time: each package on its own.
        extends: true,
        test: {
          name: "quick",
          include: ["packages/*/test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, "packages/cli/test/**"],
          globalSetup: BUNDLES,
          benchmark: { include: ["packages/*/bench/**/*.bench.ts"] },
        },
      },
      {
        // The real command, a process a case: a minute of them, for which nobody waits after each edit.
        extends: true,
        test: {
          name: "command",
          include: ["packages/cli/test/**/*.test.ts"],
          globalSetup: BUNDLES,
        },
      },
      {
        // What spans packages: real installs, servers, editors, hooks. Slow, and therefore given time.
        extends: true,
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...SITE_TESTS],
          globalSetup: BUNDLES,
          benchmark: { include: ["test/bench/**/*.bench.ts"] },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        // What looks at the site, which is built once for all of them.
        extends: true,
        test: {
          name: "site",
          include: SITE_TESTS,
          globalSetup: ["test/site/build.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
