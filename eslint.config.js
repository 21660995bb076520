import { builtinModules } from "node:module";
import eslintPlugin from "eslint-plugin-eslint-plugin";
import node from "eslint-plugin-n";
import { defineConfig } from "eslint/config";
import typescript from "typescript-eslint";

/** What each package may import of this workspace, and whether it may reach Node (the public contract's table). */
const BOUNDARIES = [
  { folder: "core", imports: [], node: false },
  { folder: "analyzer", imports: ["@wx-domain/core"], node: false },
  { folder: "loader", imports: ["@wx-domain/core"], node: true },
  { folder: "eslint-plugin", imports: ["@wx-domain/core", "@wx-domain/analyzer"], node: true },
  { folder: "cli", imports: ["@wx-domain/core", "@wx-domain/analyzer", "@wx-domain/loader", "eslint-plugin-wx-domain"], node: true },
];

/** The places through which a package without Node meets it, when its user has it. */
const NODE_EDGES = ["packages/analyzer/src/node-files.ts", "packages/analyzer/src/parsers/*-node.ts"];

const WORKSPACE_PACKAGE = "@wx-domain/|eslint-plugin-wx-domain(?:/|$)|wx-domain(?:/|$)";

const TESTS = ["packages/*/{test,bench}/**/*.ts", "test/**/*.{ts,js}", "vitest.config.ts"];

/**
 * @param {(typeof BOUNDARIES)[number]} boundary
 * @returns {["error", { patterns: { regex: string, message: string }[] }]}
 */
function boundaryRule({ folder, imports }, mayUseNode = false) {
  const allowed = imports.map((name) => `${name}(?:/|$)`).join("|") || "(?!)";
  const patterns = [
    { regex: `^(?!${allowed})(?:${WORKSPACE_PACKAGE})`, message: `packages/${folder} may not import this package of the workspace.` },
    { regex: "^(?:\\.\\./)+(?:core|analyzer|loader|eslint-plugin|cli|packages|test|scripts)/", message: "Import a package by its name." },
  ];
  const withoutNode = {
    regex: `^node:|^(?:${builtinModules.join("|")})(?:/|$)`,
    message: `packages/${folder} runs in a browser, too: what needs Node is passed in.`,
  };
  return ["error", { patterns: mayUseNode ? patterns : [...patterns, withoutNode] }];
}

export default defineConfig(
  // Programs that tests lint or scan are data.
  { ignores: ["**/dist/", "**/.cache/", "**/coverage/", "**/fixtures/", "docs/playground/examples/*/", "docs/examples/"] },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  },
  typescript.configs.strictTypeChecked,
  typescript.configs.stylisticTypeChecked,
  node.configs["flat/recommended-module"],
  {
    rules: {
      eqeqeq: "error",
      "no-warning-comments": "error",
      "n/prefer-node-protocol": "error",
      // `fetch`, `styleText`, `import.meta.dirname`: still called experimental on Node 20, where they work without a warning.
      "n/no-unsupported-features/node-builtins": ["error", { allowExperimental: true }],
      // TypeScript resolves imports, and knows `.ts`.
      "n/no-missing-import": "off",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_", caughtErrors: "all" },
      ],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/prefer-readonly": "error",
    },
  },
  {
    files: ["packages/*/src/**/*.ts", "docs/playground/**/*.ts"],
    rules: {
      // `as const` stays allowed.
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
    },
  },
  {
    // A page and its worker: what Node knows of their names does not matter.
    files: ["docs/playground/**/*.ts"],
    rules: { "n/no-unsupported-features/node-builtins": "off" },
  },
  BOUNDARIES.map((boundary) => ({
    files: [`packages/${boundary.folder}/src/**/*.ts`],
    rules: { "no-restricted-imports": boundaryRule(boundary, boundary.node) },
  })),
  BOUNDARIES.map((boundary) => ({
    files: NODE_EDGES.filter((file) => file.startsWith(`packages/${boundary.folder}/`)),
    rules: { "no-restricted-imports": boundaryRule(boundary, true) },
  })).filter((config) => config.files.length > 0),
  {
    files: ["packages/eslint-plugin/src/rules/**/*.ts", "packages/eslint-plugin/test/rules/**/*.ts"],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      "eslint-plugin/require-meta-docs-description": "error",
      "eslint-plugin/require-meta-docs-url": "error",
      "eslint-plugin/require-meta-schema-description": "error",
      "eslint-plugin/require-meta-type": "error",
    },
  },
  {
    files: ["packages/eslint-plugin/src/rules/**/*.ts"],
    rules: { "max-lines": ["error", { max: 150, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: TESTS,
    rules: {
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "as", objectLiteralTypeAssertions: "never" }],
      // A test may use what the workspace's root installs.
      "n/no-extraneous-import": "off",
      "n/no-unpublished-import": "off",
      // What a person starts from a checkout is in no package's `bin`.
      "n/hashbang": "off",
    },
  },
  {
    // A JSDoc cast, by which JavaScript gives `JSON.parse` a type, is invisible to ESLint. TypeScript checks these files.
    files: ["**/*.js"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["*.js", "scripts/**/*.js"],
    rules: { "n/no-unpublished-import": "off" },
  },
);
