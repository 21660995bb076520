import { mkdir, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BIN, runNode, temporaryFolder, wxDomain, type Folder } from "./harness.ts";

/** A fresh project as a public template makes it, in our own words: its files' names and places, its manifest, its configuration of ESLint. */
interface Template {
  readonly name: string;
  /** The first page asks for a host by http; one of a browser sends a redirect that nobody has encoded. */
  readonly files: Readonly<Record<string, string>>;
  readonly kind: string;
  /** The files that change, with the snapshot. */
  readonly written: readonly string[];
  /** The packages that are asked for beside the two of ours. */
  readonly packages: readonly string[];
  /** Where ESLint reports the call; undefined: its parser isn't to be had. */
  readonly report: string | undefined;
  /** What the template's own configuration of ESLint loads. */
  readonly installed?: Readonly<Record<string, string>>;
}

const CALL = 'request({ url: "http://api.example.com/v1" })';
const FRESH = ["eslint.config.mjs", "package.json"];

const NATIVE_SCRIPT = `Page({\n  data: {},\n  onLoad() {\n    wx.${CALL}\n  },\n})\n`;
// DevTools' own template has what it extends in a comment.
const DEVTOOLS_ESLINT = `/*\n * Eslint config file\n */\nmodule.exports = {\n  env: { es6: true, browser: true, node: true },\n  parserOptions: {\n    ecmaVersion: 2018,\n    sourceType: 'module',\n  },\n  globals: { wx: true, App: true, Page: true },\n  // extends: 'eslint:recommended',\n  rules: {},\n}\n`;

const TARO_MANIFEST = (framework: string, more: Readonly<Record<string, string>>): string =>
  JSON.stringify({ name: "my-app", private: true, templateInfo: { name: "default", framework }, scripts: { "build:weapp": "taro build --type weapp" }, dependencies: { "@tarojs/taro": "4.2.1" }, devDependencies: { "@tarojs/cli": "4.2.1", eslint: "^8.57.0", "eslint-config-taro": "4.2.1", ...more } }, null, 2);
const TARO_FILES = {
  "project.config.json": '{ "miniprogramRoot": "./dist", "projectname": "my-app", "setting": { "urlCheck": true }, "compileType": "miniprogram" }',
  "config/dev.js": "export default {}\n",
  "config/prod.js": "export default {}\n",
  ".env.development": '# TARO_APP_ID=""\n',
};

const UNI_MANIFEST = (more: object): string => JSON.stringify({ name: "uni-preset-vue", version: "0.0.0", scripts: { "dev:mp-weixin": "uni -p mp-weixin" }, dependencies: { "@dcloudio/uni-app": "3.0.0-1", vue: "^3.4.21" }, devDependencies: { "@dcloudio/vite-plugin-uni": "3.0.0-1", vite: "5.2.8", ...more } }, null, 2);
const UNI_PAGE = (script: string): string => `<template>\n  <view class="content"></view>\n</template>\n\n${script}\n    uni.${CALL}\n  },\n}\n</script>\n\n<style></style>\n`;

const VITE_MANIFEST = (dependencies: object, devDependencies: object, scripts: object = {}): string =>
  JSON.stringify({ name: "my-app", private: true, version: "0.0.0", type: "module", scripts: { dev: "vite", ...scripts }, dependencies, devDependencies: { ...devDependencies, vite: "^8.0.0" } }, null, 2);
const REDIRECT = 'location.href = "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&redirect_uri=https://h5.example.com/back"';

const TEMPLATES: readonly Template[] = [
  {
    name: "DevTools, JavaScript",
    files: { ".eslintrc.js": DEVTOOLS_ESLINT, "app.js": "App({})\n", "app.json": '{ "pages": ["pages/index/index"] }', "app.wxss": "", "project.config.json": '{ "compileType": "miniprogram", "setting": {} }', "sitemap.json": "{}", "pages/index/index.js": NATIVE_SCRIPT, "pages/index/index.wxml": "<view></view>", "utils/util.js": "module.exports = {}\n" },
    kind: "A native mini program; no ESLint yet; .eslintrc.js, which a new one does not read.",
    written: [...FRESH, "wx-domains.json"],
    packages: ["@eslint/json", "eslint"],
    report: "pages/index/index.js:4 wx-domain/no-insecure-protocol",
  },
  {
    name: "DevTools, TypeScript",
    files: { "package.json": '{\n  "name": "miniprogram-ts-quickstart",\n  "scripts": {},\n  "devDependencies": {\n    "miniprogram-api-typings": "^2.8.3-1"\n  }\n}', "project.config.json": '{ "miniprogramRoot": "miniprogram/", "compileType": "miniprogram", "setting": { "useCompilerPlugins": ["typescript"] } }', "tsconfig.json": "{}", "typings/index.d.ts": "interface IAppOption {}\n", "miniprogram/app.ts": "App<IAppOption>({})\n", "miniprogram/app.json": '{ "pages": ["pages/index/index"] }', "miniprogram/pages/index/index.ts": NATIVE_SCRIPT.replace("onLoad()", "onLoad(): void"), "miniprogram/pages/index/index.wxml": "<view></view>" },
    kind: "A native mini program; no ESLint yet; no configuration of it.",
    written: [...FRESH, "wx-domains.json"],
    packages: ["@eslint/json", "@typescript-eslint/parser", "eslint", "typescript"],
    report: "miniprogram/pages/index/index.ts:4 wx-domain/no-insecure-protocol",
  },
  {
    name: "DevTools, TypeScript, with its eslintrc",
    files: { ".eslintrc.js": DEVTOOLS_ESLINT, "package.json": '{\n  "name": "miniprogram-ts-quickstart",\n  "scripts": {},\n  "devDependencies": {\n    "miniprogram-api-typings": "^2.8.3-1"\n  }\n}', "project.config.json": '{ "miniprogramRoot": "miniprogram/", "compileType": "miniprogram", "setting": { "useCompilerPlugins": ["typescript"] } }', "tsconfig.json": "{}", "typings/index.d.ts": "interface IAppOption {}\n", "miniprogram/app.ts": "App<IAppOption>({})\n", "miniprogram/app.json": '{ "pages": ["pages/index/index"] }', "miniprogram/pages/index/index.ts": NATIVE_SCRIPT.replace("onLoad()", "onLoad(): void"), "miniprogram/pages/index/index.wxml": "<view></view>" },
    kind: "A native mini program; no ESLint yet; .eslintrc.js, which a new one does not read.",
    written: [...FRESH, "wx-domains.json"],
    packages: ["@eslint/json", "@typescript-eslint/parser", "eslint", "typescript"],
    report: "miniprogram/pages/index/index.ts:4 wx-domain/no-insecure-protocol",
  },
  {
    name: "Taro, React, TypeScript",
    files: { ...TARO_FILES, "package.json": TARO_MANIFEST("React", { typescript: "^5.4.5" }), ".eslintrc": '{\n  "extends": ["taro/react"],\n  "rules": {\n    "react/jsx-uses-react": "off"\n  }\n}\n', "tsconfig.json": "{}", "config/index.ts": "export default {}\n", "src/app.config.ts": "export default defineAppConfig({ pages: ['pages/index/index'] })\n", "src/app.ts": "export default function App({ children }) {\n  return children\n}\n", "src/pages/index/index.tsx": `import { View } from '@tarojs/components'\nimport Taro, { useLoad } from '@tarojs/taro'\n\nexport default function Index () {\n  useLoad(() => {\n    Taro.${CALL}\n  })\n\n  return <View className='index' />\n}\n` },
    kind: "A Taro project; ESLint 8; configured in .eslintrc.",
    written: [".eslintrc", "package.json", "src/wx-domains.json"],
    packages: [],
    report: "src/pages/index/index.tsx:6 wx-domain/no-insecure-protocol",
    installed: { "node_modules/eslint-config-taro/react.js": 'module.exports = { parser: "@typescript-eslint/parser", parserOptions: { ecmaFeatures: { jsx: true } }, rules: { "react/jsx-uses-react": "off" }, plugins: [] };' },
  },
  {
    name: "Taro, Vue 3, JavaScript",
    files: { ...TARO_FILES, "package.json": TARO_MANIFEST("Vue3", {}), ".eslintrc": '// ESLint 检查 .vue 文件需要单独配置编辑器\n{\n  "extends": ["taro/vue3"]\n}\n', "config/index.js": "export default {}\n", "src/app.config.js": "export default defineAppConfig({ pages: ['pages/index/index'] })\n", "src/app.js": "import { createApp } from 'vue'\nexport default createApp({})\n", "src/pages/index/index.vue": `<template>\n  <view />\n</template>\n\n<script setup>\nimport Taro from '@tarojs/taro'\nTaro.${CALL}\n</script>\n` },
    kind: "A Taro project; ESLint 8; configured in .eslintrc.",
    written: [".eslintrc", "package.json", "src/wx-domains.json"],
    packages: [],
    report: "src/pages/index/index.vue:7 wx-domain/no-insecure-protocol",
    installed: { "node_modules/eslint-config-taro/vue3.js": 'module.exports = { parser: require.resolve("vue-eslint-parser"), parserOptions: { ecmaVersion: 2022, sourceType: "module" } };' },
  },
  {
    name: "uni-app by its command line, JavaScript",
    files: { "package.json": UNI_MANIFEST({}), "index.html": "", "vite.config.js": "import uni from '@dcloudio/vite-plugin-uni'\nexport default { plugins: [uni()] }\n", "src/manifest.json": '{\n  "name" : "",\n  /* 小程序特有相关 */\n  "mp-weixin" : { "appid" : "", "setting" : { "urlCheck" : true } },\n  "vueVersion" : "3"\n}\n', "src/pages.json": '{ "pages": [{ "path": "pages/index/index" }] }', "src/main.js": "import App from './App.vue'\n", "src/App.vue": "<script>\nexport default {}\n</script>\n", "src/pages/index/index.vue": UNI_PAGE("<script>\nexport default {\n  onLoad() {") },
    kind: "A uni-app project; no ESLint yet; no configuration of it.",
    written: [...FRESH, "wx-domains.json"],
    packages: ["@eslint/json", "eslint", "vue-eslint-parser"],
    report: "src/pages/index/index.vue:8 wx-domain/no-insecure-protocol",
  },
  {
    name: "uni-app by its command line, TypeScript",
    files: { "package.json": UNI_MANIFEST({ typescript: "^4.9.4", "vue-tsc": "^1.0.24" }), "index.html": "", "tsconfig.json": "{}", "vite.config.ts": "export default {}\n", "src/manifest.json": '{ "mp-weixin": {}, "vueVersion": "3" }', "src/pages.json": '{ "pages": [{ "path": "pages/index/index" }] }', "src/main.ts": "export function createApp(): void {}\n", "src/App.vue": '<script setup lang="ts">\n</script>\n', "src/pages/index/index.vue": UNI_PAGE('<script lang="ts">\nexport default {\n  onLoad(): void {') },
    kind: "A uni-app project; no ESLint yet; no configuration of it.",
    written: [...FRESH, "wx-domains.json"],
    packages: ["@eslint/json", "@typescript-eslint/parser", "eslint", "vue-eslint-parser"],
    report: "src/pages/index/index.vue:8 wx-domain/no-insecure-protocol",
  },
  {
    name: "uni-app by HBuilderX",
    files: { "manifest.json": '{ "name": "hello", "mp-weixin": { "setting": { "urlCheck": false } } }', "pages.json": '{ "pages": [{ "path": "pages/index/index" }] }', "main.js": "import App from './App'\n", "App.vue": "<script>\nexport default {}\n</script>\n", "uni.scss": "", "pages/index/index.vue": UNI_PAGE("<script>\nexport default {\n  onLoad() {") },
    kind: "A uni-app project; no ESLint yet; no configuration of it.",
    written: [...FRESH, "wx-domains.json"],
    packages: ["@eslint/json", "eslint", "vue-eslint-parser"],
    report: "pages/index/index.vue:8 wx-domain/no-insecure-protocol",
  },
  {
    name: "create-vite, Vue, TypeScript",
    files: { "package.json": VITE_MANIFEST({ vue: "^3.5.0" }, { typescript: "~6.0.3", "vue-tsc": "^3.0.0" }), "index.html": "", "vite.config.ts": "export default {}\n", "src/main.ts": "export {}\n", "src/App.vue": `<script setup lang="ts">\n${REDIRECT}\n</script>\n` },
    kind: "No mini program: taken for pages in WeChat's browser; no ESLint yet; no configuration of it.",
    written: [...FRESH, "wx-domains.json"],
    packages: ["@eslint/json", "@typescript-eslint/parser", "eslint", "vue-eslint-parser"],
    report: "src/App.vue:2 wx-domain/oauth-redirect-domain",
  },
  {
    name: "create-vite, React, TypeScript 7 and oxlint",
    files: { "package.json": VITE_MANIFEST({ react: "^19.0.0" }, { oxlint: "^1.88.0", typescript: "~7.0.2" }, { lint: "oxlint" }), ".oxlintrc.json": "{}", "index.html": "", "vite.config.ts": "export default {}\n", "src/main.tsx": "export {}\n", "src/App.tsx": `export const send = (): void => { ${REDIRECT} }\n` },
    kind: "No mini program: taken for pages in WeChat's browser; no ESLint yet; no configuration of it.",
    written: [...FRESH, "wx-domains.json"],
    packages: ["@eslint/json", "eslint"],
    report: undefined,
  },
  {
    name: "create-vite of 2025, React, with ESLint",
    files: { "package.json": VITE_MANIFEST({ react: "^19.0.0" }, { eslint: "^9.30.1" }, { lint: "eslint ." }), "eslint.config.js": "import { defineConfig, globalIgnores } from 'eslint/config'\n\nexport default defineConfig([\n  globalIgnores(['dist']),\n  {\n    files: ['**/*.{js,jsx}'],\n    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },\n  },\n])\n", "index.html": "", "vite.config.js": "export default {}\n", "src/App.jsx": `export const App = () => <a onClick={() => { ${REDIRECT} }}>x</a>\n` },
    kind: "No mini program: taken for pages in WeChat's browser; ESLint 9; configured in eslint.config.js.",
    written: ["eslint.config.js", "package.json", "wx-domains.json"],
    packages: [],
    report: "src/App.jsx:1 wx-domain/oauth-redirect-domain",
  },
  {
    name: "create-vue, TypeScript, with ESLint",
    files: { "package.json": VITE_MANIFEST({ vue: "^3.5.0" }, { eslint: "^10.0.0", "eslint-plugin-vue": "~10.0.0", jiti: "^2.0.0", typescript: "~5.9.0" }, { lint: "eslint . --fix" }), "eslint.config.ts": "import { globalIgnores } from 'eslint/config'\nimport { defineConfigWithVueTs } from '@vue/eslint-config-typescript'\n\n// To allow more languages …\n\nexport default defineConfigWithVueTs(\n  {\n    name: 'app/files-to-lint',\n    files: ['**/*.{vue,ts,mts,tsx}'],\n  },\n  globalIgnores(['**/dist/**']),\n)\n", "index.html": "", "src/App.vue": `<script setup lang="ts">\n${REDIRECT}\n</script>\n` },
    kind: "No mini program: taken for pages in WeChat's browser; ESLint 10; configured in eslint.config.ts.",
    written: ["eslint.config.ts", "package.json", "wx-domains.json"],
    packages: [],
    report: "src/App.vue:2 wx-domain/oauth-redirect-domain",
    installed: { "node_modules/@vue/eslint-config-typescript/index.js": "exports.defineConfigWithVueTs = (...configs) => configs;" },
  },
];

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

it.each(TEMPLATES)("$name: set up, set up again, linted", async ({ files, kind, written, packages, report, installed = {} }) => {
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  const run = await wxDomain(["init"], { cwd: folder.path });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout.split("\n")[0]).toBe(kind);
  const all = await folder.all();
  expect([...all].flatMap(([name, text]) => (text === files[name] ? [] : [name])).sort()).toEqual([...written].sort());
  expect(added(files["package.json"], all.get("package.json"))).toEqual([...packages, "eslint-plugin-wx-domain", "wx-domain"].sort());

  const again = await wxDomain(["init"], { cwd: folder.path });
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(again.stdout).toContain("All is set up; nothing is to be changed.");
  expect(await folder.all()).toEqual(all);

  await install(all.get("package.json") ?? "");
  for (const [name, text] of Object.entries(installed)) await folder.write(name, text);
  // The words that init itself says.
  const [, words = ""] = /npx eslint ([^\n]*)/.exec(run.stdout) ?? [];
  const linted = await runNode(["node_modules/eslint/bin/eslint.js", ...words.split(" "), "--format", "json"], { cwd: folder.path });
  expect(linted.stderr).not.toMatch(/error/i);
  const reports = reported(linted.stdout);
  expect(reports.filter((line) => line.includes("fatal"))).toEqual([]);
  if (report === undefined) expect(run.stdout).toContain("ESLint leaves its .ts files out");
  else expect(reports).toContain(report);
});

/** The devDependencies that weren't there before. */
function added(before: string | undefined, after = "{}"): string[] {
  const names = (text: string): string[] => Object.keys((JSON.parse(text) as { devDependencies?: Record<string, string> }).devDependencies ?? {});
  return names(after).filter((name) => !names(before ?? "{}").includes(name)).sort();
}

/** What ESLint reports, as `file:line rule`. */
function reported(stdout: string): string[] {
  const files = JSON.parse(stdout) as readonly { filePath: string; messages: readonly { ruleId: string | null; line: number }[] }[];
  return files.flatMap(({ filePath, messages }) => messages.map(({ ruleId, line }) => `${filePath.slice(folder.path.length + 1)}:${String(line)} ${ruleId ?? "fatal"}`));
}

const plugin = fileURLToPath(new URL("../../eslint-plugin/", import.meta.url));

/** Links what a package manager would install: of what package.json names, ESLint's version and the parsers. */
async function install(manifest: string): Promise<void> {
  const { devDependencies } = JSON.parse(manifest) as { devDependencies: Record<string, string> };
  const major = /\d+/.exec(devDependencies["eslint"] ?? "")?.[0] ?? "";
  const link = async (name: string, target: string): Promise<void> => {
    await mkdir(dirname(join(folder.path, "node_modules", name)), { recursive: true });
    await symlink(target, join(folder.path, "node_modules", name));
  };
  await link("eslint-plugin-wx-domain", plugin);
  await link("wx-domain", dirname(dirname(BIN)));
  await link("eslint", join(plugin, "node_modules", major === "10" ? "eslint" : `eslint-${major}`));
  for (const name of ["@typescript-eslint/parser", "vue-eslint-parser", "@eslint/json"]) {
    // Taro's and Vue's own configurations bring their parsers along.
    if (name in devDependencies || "eslint-config-taro" in devDependencies || "eslint-plugin-vue" in devDependencies) await link(name, join(plugin, "node_modules", name));
  }
}
