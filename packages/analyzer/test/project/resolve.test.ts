import { expect, test } from "vitest";
import { memoryFiles } from "../../src/memory-files.ts";
import { openProject, type ProjectSettings } from "../../src/project/project.ts";

const NATIVE = { "/r/app.json": '{ "pages": [] }', "/r/app.js": "" };
const TARO = { "/r/package.json": '{ "dependencies": { "@tarojs/taro": "3" } }', "/r/src/app.config.ts": "", "/r/src/app.tsx": "" };
const UNI = { "/r/src/manifest.json": "{}", "/r/src/pages.json": "{}", "/r/package.json": "{}" };

interface Case {
  readonly title: string;
  /** Files besides the app's own; a text "" where only the name counts. */
  readonly app?: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>> | readonly string[];
  readonly from?: string;
  readonly import: string;
  /** A path, `missing`, or `package name|subpath|path`. */
  readonly to: string;
  readonly settings?: ProjectSettings;
}

const CASES: readonly Case[] = [
  // Relative
  { title: "relative", files: ["/r/pages/a.js"], import: "./a.js", to: "/r/pages/a.js" },
  { title: "without ending", files: ["/r/pages/a.js"], import: "./a", to: "/r/pages/a.js" },
  { title: "from the folder above", files: ["/r/utils/a.js"], import: "../utils/a", to: "/r/utils/a.js" },
  { title: "a folder's index", files: ["/r/api/index.js"], import: "../api", to: "/r/api/index.js" },
  { title: "a folder's index, with a slash", files: ["/r/api/index.ts"], import: "../api/", to: "/r/api/index.ts" },
  { title: "the own folder", files: ["/r/pages/index.ts"], import: ".", to: "/r/pages/index.ts" },
  { title: "a file before the folder of its name", files: ["/r/api.js", "/r/api/index.js"], import: "../api", to: "/r/api.js" },
  { title: "a folder's package.json", files: { "/r/sdk/package.json": '{"main":"lib/x"}', "/r/sdk/lib/x.js": "" }, import: "../sdk", to: "/r/sdk/lib/x.js" },
  { title: "TypeScript before its stale output", files: ["/r/pages/a.ts", "/r/pages/a.js"], import: "./a", to: "/r/pages/a.ts" },
  { title: "also with the ending written", files: ["/r/pages/a.ts", "/r/pages/a.js"], import: "./a.js", to: "/r/pages/a.ts" },
  { title: "a .tsx for .jsx", files: ["/r/pages/a.tsx"], import: "./a.jsx", to: "/r/pages/a.tsx" },
  { title: "a dot in the name", files: ["/r/pages/a.config.js"], import: "./a.config", to: "/r/pages/a.config.js" },
  { title: "a name that ends like another file type", files: ["/r/pages/a.js.js"], import: "./a.js", to: "/r/pages/a.js.js" },
  { title: "JSON", files: ["/r/pages/a.json"], import: "./a", to: "/r/pages/a.json" },
  { title: "a component", files: ["/r/pages/a.vue"], import: "./a", to: "/r/pages/a.vue" },
  { title: "an asset", files: ["/r/pages/a.png"], import: "./a.png", to: "/r/pages/a.png" },
  { title: "a query and a loader", files: ["/r/pages/a.js"], import: "raw-loader!./a.js?x=1", to: "/r/pages/a.js" },
  { title: "types only", files: ["/r/pages/types.d.ts"], import: "./types", to: "/r/pages/types.d.ts" },
  { title: "no WXS by guess", files: ["/r/pages/a.wxs"], import: "./a", to: "missing" },
  { title: "a file that is not there", files: [], import: "./config.private", to: "missing" },
  { title: "above the root of the disk", files: ["/r/pages/a.js"], import: "../../../../r/pages/a", to: "/r/pages/a.js" },
  { title: "a URL", files: [], import: "https://a.com/x.js", to: "missing" },
  { title: "nothing", files: [], import: "", to: "missing" },

  // Native
  { title: "the app's folder by a slash", files: ["/r/utils/a.js"], import: "/utils/a", to: "/r/utils/a.js" },
  { title: "native: bare is relative", files: ["/r/pages/utils/a.js", "/r/utils/a.js"], import: "utils/a", to: "/r/pages/utils/a.js" },
  { title: "native: bare from the app's folder", files: ["/r/utils/a.js"], import: "utils/a.js", to: "/r/utils/a.js" },
  { title: "native: customary @", files: ["/r/utils/a.js"], import: "@/utils/a", to: "/r/utils/a.js" },
  {
    title: "native: resolveAlias",
    app: { "/r/app.json": '{ "pages": [], "resolveAlias": { "~/*": "/*", "@utils/*": "utils/*" } }', "/r/app.js": "" },
    files: ["/r/utils/a.js"],
    import: "@utils/a",
    to: "/r/utils/a.js",
  },
  {
    title: "native: resolveAlias to the app's folder",
    app: { "/r/miniprogram/app.json": '{ "pages": [], "resolveAlias": { "#/*": "/*" } }', "/r/miniprogram/app.js": "", "/r/package.json": "{}" },
    files: ["/r/miniprogram/utils/a.js"],
    import: "#/utils/a",
    to: "/r/miniprogram/utils/a.js",
  },
  {
    title: "native: the app's folder below its configuration",
    app: { "/r/miniprogram/app.json": '{ "pages": [] }', "/r/miniprogram/app.ts": "", "/r/project.config.json": '{"miniprogramRoot":"miniprogram/"}' },
    files: ["/r/miniprogram/utils/a.ts"],
    from: "/r/miniprogram/pages/p.ts",
    import: "/utils/a",
    to: "/r/miniprogram/utils/a.ts",
  },

  // Aliases
  { title: "settings: a name", files: ["/r/lib/a.js"], import: "lib/a", to: "/r/lib/a.js", settings: { alias: { lib: "lib" } } },
  { title: "settings: a star", files: ["/r/lib/a.js"], import: "#a", to: "/r/lib/a.js", settings: { alias: { "#*": ["nowhere/*", "lib/*"] } } },
  { title: "settings: absolute", files: ["/shared/a.js"], import: "$s/a", to: "/shared/a.js", settings: { alias: { $s: "/shared" } } },
  {
    title: "tsconfig's paths, with comments",
    files: { "/r/tsconfig.json": '{ // x\n "compilerOptions": { "paths": { "@/*": ["./nowhere/*", "./lib/*"], }, } }', "/r/lib/a.ts": "" },
    import: "@/a",
    to: "/r/lib/a.ts",
  },
  {
    title: "tsconfig's paths from baseUrl, exact",
    files: { "/r/tsconfig.json": '{ "compilerOptions": { "baseUrl": "lib", "paths": { "http": ["a"] } } }', "/r/lib/a.ts": "" },
    import: "http",
    to: "/r/lib/a.ts",
  },
  { title: "baseUrl", app: TARO, files: { "/r/jsconfig.json": '{"compilerOptions":{"baseUrl":"src"}}', "/r/src/api/a.js": "" }, import: "api/a", to: "/r/src/api/a.js" },
  {
    title: "extends and references",
    files: {
      "/r/tsconfig.json": '{ "references": [{ "path": "./tsconfig.app.json" }] }',
      "/r/tsconfig.app.json": '{ "extends": "./base" }',
      "/r/base.json": '{ "extends": ["./tsconfig.json"], "compilerOptions": { "paths": { "@/*": ["lib/*"] } } }',
      "/r/lib/a.ts": "",
    },
    import: "@/a",
    to: "/r/lib/a.ts",
  },
  {
    title: "the longer alias first",
    files: { "/r/tsconfig.json": '{"compilerOptions":{"paths":{"@/*":["a/*"],"@/api/*":["b/*"]}}}', "/r/a/api/x.ts": "", "/r/b/x.ts": "" },
    import: "@/api/x",
    to: "/r/b/x.ts",
  },
  ...[
    "export default { resolve: { alias: { '@': path.resolve(__dirname, 'lib') } } }",
    "export default defineConfig(() => ({ resolve: { alias: { '@/': path.join(process.cwd(), './lib/') } } }))",
    "const dir = (d) => path.join(__dirname, d); module.exports = { alias: { '@': dir('lib') } }",
    "function dir(d = '') { return path.join(__dirname, './lib', d) } module.exports = { alias: { '@': dir() } }",
    "export default { alias: { '@': fileURLToPath(new URL('./lib', import.meta.url)) } }",
    "export default { alias: [{ find: '@', replacement: '/lib' }] }",
    "export default { alias: [{ find: /^@\\//, replacement: `${__dirname}/lib/` }] }",
    "module.exports = { chainWebpack: (c) => { c.resolve.alias.set('x', y).set('@', path.resolve('lib')) } }",
    "const alias = { '@': 'lib' }; module.exports = { resolve: { alias: alias } }",
  ].map((text) => ({ title: text, files: { "/r/vite.config.ts": text, "/r/lib/a.ts": "" }, import: "@/a", to: "/r/lib/a.ts" })),
  {
    title: "Taro's alias",
    app: TARO,
    files: { "/r/config/index.js": "const config = { alias: { '@api': path.resolve(__dirname, '..', 'src/api') } }", "/r/src/api/a.ts": "" },
    from: "/r/src/pages/p.tsx",
    import: "@api/a",
    to: "/r/src/api/a.ts",
  },
  { title: "a commented-out alias is none", files: { "/r/vite.config.js": "export default { alias: { // '#': 'lib'\n } }", "/r/lib/a.js": "" }, import: "#/a", to: "missing" },
  { title: "uni-app's @", app: UNI, files: ["/r/src/api/a.js"], from: "/r/src/pages/p.vue", import: "@/api/a", to: "/r/src/api/a.js" },
  { title: "~@", app: UNI, files: ["/r/src/api/a.js"], from: "/r/src/pages/p.vue", import: "~@/api/a", to: "/r/src/api/a.js" },
  { title: "an alias is no package", app: UNI, files: [], import: "@/api/none", to: "missing" },

  // Variants for a platform
  { title: "Taro's .weapp", app: TARO, files: ["/r/src/a.weapp.ts", "/r/src/a.ts", "/r/src/a.h5.ts"], from: "/r/src/p.tsx", import: "./a", to: "/r/src/a.weapp.ts" },
  { title: "Taro's .mini", app: TARO, files: ["/r/src/a.mini.js", "/r/src/a.ts"], from: "/r/src/p.tsx", import: "./a", to: "/r/src/a.mini.js" },
  { title: "Taro's index.weapp", app: TARO, files: ["/r/src/a/index.weapp.ts", "/r/src/a/index.ts"], from: "/r/src/p.tsx", import: "./a", to: "/r/src/a/index.weapp.ts" },
  { title: "mpx's .wx", app: { "/r/app.mpx": "" }, files: ["/r/pages/a.wx.js", "/r/pages/a.js"], import: "./a.js", to: "/r/pages/a.wx.js" },
  { title: "no variants in native apps", files: ["/r/pages/a.weapp.js", "/r/pages/a.js"], import: "./a", to: "/r/pages/a.js" },

  // Packages
  { title: "a package that is not there", files: [], import: "dayjs", to: "package dayjs||" },
  { title: "a scoped one, with a path", files: [], import: "@vant/weapp/toast/toast", to: "package @vant/weapp|toast/toast|" },
  { title: "miniprogram_npm", files: ["/r/miniprogram_npm/x/index.js"], import: "x", to: "package x||/r/miniprogram_npm/x/index.js" },
  { title: "miniprogram_npm nearer the file", files: ["/r/miniprogram_npm/x/index.js", "/r/pages/miniprogram_npm/x/index.js"], import: "x", to: "package x||/r/pages/miniprogram_npm/x/index.js" },
  { title: "main", files: { "/r/node_modules/x/package.json": '{"main":"lib/m"}', "/r/node_modules/x/lib/m.js": "" }, import: "x", to: "package x||/r/node_modules/x/lib/m.js" },
  { title: "module before main", files: { "/r/node_modules/x/package.json": '{"main":"m.js","module":"e.js"}', "/r/node_modules/x/m.js": "", "/r/node_modules/x/e.js": "" }, import: "x", to: "package x||/r/node_modules/x/e.js" },
  { title: "exports", files: { "/r/node_modules/x/package.json": '{"exports":{".":{"types":"./t.d.ts","import":{"default":"./e.mjs"}}},"main":"m.js"}', "/r/node_modules/x/e.mjs": "", "/r/node_modules/x/m.js": "" }, import: "x", to: "package x||/r/node_modules/x/e.mjs" },
  { title: "exports with a star", files: { "/r/node_modules/x/package.json": '{"exports":{"./*":"./lib/*.js"}}', "/r/node_modules/x/lib/a/b.js": "" }, import: "x/a/b", to: "package x|a/b|/r/node_modules/x/lib/a/b.js" },
  { title: "WeChat's build of a package", files: { "/r/node_modules/x/package.json": '{"miniprogram":"dist","main":"m.js"}', "/r/node_modules/x/dist/index.js": "", "/r/node_modules/x/m.js": "" }, import: "x", to: "package x||/r/node_modules/x/dist/index.js" },
  { title: "installed above", files: ["/node_modules/x/index.js"], import: "x", to: "package x||/node_modules/x/index.js" },
  { title: "a file in a package", files: ["/r/node_modules/x/lib/a.js"], import: "x/lib/a", to: "package x|lib/a|/r/node_modules/x/lib/a.js" },
  {
    title: "a workspace package",
    app: { ...TARO, "/package.json": '{"workspaces":["packages/*"]}' },
    files: { "/packages/api/package.json": '{"name":"@me/api","main":"dist/index.js"}', "/packages/api/src/index.ts": "" },
    from: "/r/src/p.tsx",
    import: "@me/api",
    to: "package @me/api||/packages/api/src/index.ts",
  },
  {
    title: "an installed workspace package: a link to the folder, which is nobody else's code",
    app: { ...TARO, "/package.json": '{"workspaces":["packages/*"]}' },
    files: {
      "/packages/api/package.json": '{"name":"@me/api","exports":"./src/index.ts"}',
      "/packages/api/src/index.ts": "",
      "/r/node_modules/@me/api/package.json": '{"name":"@me/api","exports":"./src/index.ts"}',
      "/r/node_modules/@me/api/src/index.ts": "",
    },
    from: "/r/src/p.tsx",
    import: "@me/api",
    to: "package @me/api||/packages/api/src/index.ts",
  },
  {
    title: "a pnpm workspace package",
    app: { ...TARO, "/pnpm-workspace.yaml": "packages:\n  # own\n  - 'r'\n  - \"packages/**\"\ncatalog:\n  - x\n" },
    files: { "/packages/api/package.json": '{"name":"@me/api"}', "/packages/api/index.ts": "" },
    from: "/r/src/p.tsx",
    import: "@me/api",
    to: "package @me/api||/packages/api/index.ts",
  },
];

function isList(files: Case["files"]): files is readonly string[] {
  return Array.isArray(files);
}

test.each(CASES)("$title: $import", ({ app = NATIVE, files, from = "/r/pages/p.js", import: specifier, to, settings }) => {
  const added = isList(files) ? Object.fromEntries(files.map((path) => [path, ""])) : files;
  const project = openProject("/r", memoryFiles({ ...app, ...added }), settings);
  const resolution = project.resolve(from, specifier);
  const shown =
    resolution.kind === "file"
      ? resolution.path
      : resolution.kind === "missing"
        ? "missing"
        : `package ${resolution.name}|${resolution.subpath}|${resolution.path ?? ""}`;
  expect(shown).toBe(to);
});

test("a broken configuration is named and ignored", () => {
  const files = memoryFiles({ ...NATIVE, "/r/tsconfig.json": "{ paths", "/r/vite.config.js": "export default {{", "/r/lib/a.js": "" });
  const project = openProject("/r", files);
  expect(project.warnings).toEqual(["/r/tsconfig.json", "/r/vite.config.js"]);
  expect(project.resolve("/r/p.js", "@/lib/a")).toEqual({ kind: "file", path: "/r/lib/a.js" });
});

test("sees what changed after refresh, and only then", () => {
  const texts: Record<string, string> = { ...NATIVE, "/r/pages/p.js": "", "/r/tsconfig.json": "{}" };
  const project = openProject("/r", memoryFiles(texts));
  const config = (): string => project.resolve("/r/pages/p.js", "./config").kind;
  expect(config()).toBe("missing");
  texts["/r/pages/config.js"] = "";
  expect(config()).toBe("missing");
  expect(project.refresh()).toBe(true);
  expect(config()).toBe("file");
  expect(project.refresh()).toBe(false);

  expect(project.resolve("/r/pages/p.js", "#/p").kind).toBe("missing");
  texts["/r/tsconfig.json"] = '{"compilerOptions":{"paths":{"#/*":["pages/*"]}}}';
  expect(project.refresh()).toBe(true);
  expect(project.resolve("/r/pages/p.js", "#/p")).toEqual({ kind: "file", path: "/r/pages/p.js" });

  delete texts["/r/pages/config.js"];
  project.refresh();
  expect(config()).toBe("missing");
});

test("lists a folder once however often it is asked", () => {
  const files = memoryFiles({ ...NATIVE, "/r/pages/a.js": "" });
  const listed: string[] = [];
  const project = openProject("/r", { ...files, list: (folder) => (listed.push(folder), files.list(folder)) });
  for (const specifier of ["./a", "./b", "./c/d", "../pages/a"]) project.resolve("/r/pages/p.js", specifier);
  expect(listed.filter((folder) => folder === "/r/pages")).toHaveLength(1);
});
