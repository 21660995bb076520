import { expect, test } from "vitest";
import { memoryFiles } from "../../src/memory-files.ts";
import { findProjects } from "../../src/project/find-projects.ts";
import { findProjectRoot } from "../../src/project/layout.ts";
import { openProject } from "../../src/project/project.ts";

const touch = (...paths: string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, ""]));
const APP = '{ "pages": ["pages/a"] }';
const TARO = '{ "dependencies": { "@tarojs/taro": "3" } }';

const LAYOUTS: readonly {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly file: string;
  readonly appFolder: string;
  readonly root: string;
  readonly kind: string;
}[] = [
  { title: "native", files: { "/r/app.json": APP, ...touch("/r/app.js") }, file: "/r/pages/a.js", appFolder: "/r", root: "/r", kind: "native" },
  {
    title: "native below its configuration",
    files: { "/r/mini/app.json": APP, "/r/project.config.json": '{ "miniprogramRoot": "./mini/" }', ...touch("/r/mini/app.ts", "/r/mini/package.json") },
    file: "/r/mini/pages/a.ts",
    appFolder: "/r/mini",
    root: "/r",
    kind: "native",
  },
  {
    title: "a file beside the app",
    files: { "/r/miniprogram/app.json": APP, ...touch("/r/miniprogram/app.js", "/r/package.json", "/r/scripts/x.js") },
    file: "/r/scripts/x.js",
    appFolder: "/r/miniprogram",
    root: "/r",
    kind: "native",
  },
  {
    title: "a page that is called app",
    files: { "/r/app.json": APP, "/r/pages/app/app.json": '{ "usingComponents": {} }', ...touch("/r/app.js", "/r/pages/app/app.js") },
    file: "/r/pages/app/app.js",
    appFolder: "/r",
    root: "/r",
    kind: "native",
  },
  { title: "a mini game", files: touch("/r/game.json", "/r/game.js"), file: "/r/js/a.js", appFolder: "/r", root: "/r", kind: "native" },
  { title: "uni-app of HBuilderX", files: touch("/r/manifest.json", "/r/pages.json"), file: "/r/pages/a.vue", appFolder: "/r", root: "/r", kind: "uni-app" },
  {
    title: "uni-app of the command line",
    files: touch("/r/package.json", "/r/src/manifest.json", "/r/src/pages.json"),
    file: "/r/src/pages/a.vue",
    appFolder: "/r/src",
    root: "/r",
    kind: "uni-app",
  },
  {
    title: "uni-app whose JSON is generated",
    files: touch("/r/package.json", "/r/manifest.config.ts", "/r/pages.config.ts", "/r/src/main.ts"),
    file: "/r/src/pages/a.vue",
    appFolder: "/r/src",
    root: "/r",
    kind: "uni-app",
  },
  { title: "Taro", files: { "/r/package.json": TARO, ...touch("/r/src/app.config.ts", "/r/src/app.ts") }, file: "/r/src/a/b.tsx", appFolder: "/r/src", root: "/r", kind: "taro" },
  { title: "Taro, from its configuration", files: { "/r/package.json": TARO, ...touch("/r/src/app.config.ts", "/r/src/app.ts") }, file: "/r/config/dev.js", appFolder: "/r/src", root: "/r", kind: "taro" },
  { title: "Taro 1 and 2", files: { "/r/package.json": TARO, ...touch("/r/src/app.jsx", "/r/config/index.js") }, file: "/r/src/a.js", appFolder: "/r/src", root: "/r", kind: "taro" },
  { title: "mpx", files: touch("/r/src/app.mpx", "/r/package.json"), file: "/r/src/pages/a.mpx", appFolder: "/r/src", root: "/r", kind: "mpx" },
  { title: "wepy", files: touch("/r/src/app.wpy", "/r/package.json"), file: "/r/src/pages/a.wpy", appFolder: "/r/src", root: "/r", kind: "wepy" },
  {
    title: "the source, not the output that DevTools opens",
    files: { "/r/src/app.json": APP, "/r/dist/app.json": APP, "/r/project.config.json": '{"miniprogramRoot":"dist/"}', ...touch("/r/src/app.ts", "/r/dist/app.js") },
    file: "/r/tools/a.js",
    appFolder: "/r/src",
    root: "/r",
    kind: "native",
  },
  { title: "Nuxt is no Taro", files: touch("/r/package.json", "/r/app.config.ts", "/r/app.vue"), file: "/r/a.ts", appFolder: "/r", root: "/r", kind: "unknown" },
  { title: "only a package", files: touch("/r/package.json"), file: "/r/src/a.js", appFolder: "/r", root: "/r", kind: "unknown" },
  { title: "nothing", files: touch("/r/x/a.js"), file: "/r/x/a.js", appFolder: "/r/x", root: "/r/x", kind: "unknown" },
];

test.each(LAYOUTS)("$title", ({ files: texts, file, appFolder, root, kind }) => {
  const files = memoryFiles(texts);
  expect(findProjectRoot(file, files)).toBe(appFolder);
  expect(openProject(appFolder, files)).toMatchObject({ appFolder, root, kind });
  expect(openProject(root, files)).toMatchObject({ appFolder, root, kind });
});

// What lies beside `uni-app` in /r/src or /r/packages/x, and which folder is the project's.
const UNI = touch("manifest.json", "pages.json");
const SETTINGS = '{ "id": "a-template", "uni-app": { "scripts": {} } }';
const OWN = '{ "name": "x", "scripts": { "dev": "uni" }, "dependencies": { "@dcloudio/uni-app": "3" } }';
const WORKSPACE = '{ "workspaces": ["packages/*"] }';

test.each<{ title: string; app: string; inApp: Record<string, string>; around: Record<string, string>; root: string }>([
  { title: "uni-app's settings", app: "/r/src", inApp: { "package.json": SETTINGS }, around: { "/r/package.json": OWN }, root: "/r" },
  { title: "settings below a build configuration", app: "/r/src", inApp: { "package.json": SETTINGS }, around: touch("/r/vue.config.js"), root: "/r" },
  { title: "settings below a build configuration as a module", app: "/r/src", inApp: { "package.json": SETTINGS }, around: touch("/r/vite.config.mts"), root: "/r" },
  { title: "packages that are only installed", app: "/r/src", inApp: { "package.json": '{ "dependencies": { "dayjs": "1" } }' }, around: { "/r/package.json": OWN }, root: "/r" },
  { title: "a tsconfig and DevTools' settings", app: "/r/src", inApp: touch("tsconfig.json", "project.config.json"), around: { "/r/package.json": OWN }, root: "/r" },
  { title: "nothing above", app: "/r/src", inApp: { "package.json": SETTINGS }, around: touch("/r/README.md"), root: "/r/src" },
  { title: "only packages far above", app: "/r/apps/x/src", inApp: { "package.json": OWN }, around: { "/r/package.json": WORKSPACE }, root: "/r/apps/x/src" },
  { title: "a build of its own", app: "/r/src", inApp: { "package.json": OWN, "vite.config.ts": "" }, around: { "/r/package.json": "{}" }, root: "/r/src" },
  { title: "a package of a workspace that is called src", app: "/r/src", inApp: { "package.json": OWN }, around: { "/r/package.json": '{ "workspaces": ["src", "server"] }' }, root: "/r/src" },
  { title: "a package of pnpm's workspace that is called src", app: "/r/src", inApp: { "package.json": OWN }, around: { "/r/package.json": "{}", "/r/pnpm-workspace.yaml": "packages:\n  - src\n" }, root: "/r/src" },
  { title: "a package of a workspace", app: "/r/packages/x", inApp: { "package.json": OWN }, around: { "/r/package.json": WORKSPACE, ...touch("/r/.env") }, root: "/r/packages/x" },
  { title: "a package of a workspace with settings only", app: "/r/packages/x", inApp: { "package.json": SETTINGS }, around: { "/r/package.json": WORKSPACE }, root: "/r/packages/x" },
  { title: "src of a package of a workspace", app: "/r/packages/x/src", inApp: { "package.json": SETTINGS }, around: { "/r/packages/x/package.json": OWN, "/r/package.json": WORKSPACE }, root: "/r/packages/x" },
  { title: "an app beside a website", app: "/r/uniapp", inApp: { "package.json": SETTINGS }, around: touch("/r/package.json", "/r/vite.config.ts", "/r/.env"), root: "/r/uniapp" },
])("a package.json in the app's folder, $title: $root", ({ app, inApp, around, root }) => {
  const below = Object.entries({ ...UNI, ...inApp }).map(([name, text]) => [`${app}/${name}`, text] as const);
  const files = memoryFiles({ ...Object.fromEntries(below), ...around });
  expect(openProject(app, files)).toMatchObject({ appFolder: app, root, kind: "uni-app" });
  expect(openProject(root, files)).toMatchObject({ appFolder: app, root, kind: "uni-app" });
});

test("two apps of one repository don't mix, and each file belongs to one project", () => {
  const files = memoryFiles({
    "/r/one/app.json": APP,
    "/r/two/app.json": APP,
    ...touch("/r/one/app.js", "/r/one/a.js", "/r/two/app.js", "/r/two/a.js", "/r/shared/x.js", "/r/package.json"),
  });
  const projects = findProjects("/r", files);
  expect(projects.map(({ appFolder, kind }) => [appFolder, kind])).toEqual([
    ["/r/one", "native"],
    ["/r/two", "native"],
    ["/r", "unknown"],
  ]);
  expect(projects.map((project) => project.sourceFiles())).toEqual([["/r/one/a.js", "/r/one/app.js"], ["/r/two/a.js", "/r/two/app.js"], ["/r/shared/x.js"]]);
  expect(projects[1]?.resolve("/r/two/app.js", "/a")).toEqual({ kind: "file", path: "/r/two/a.js" });
  expect(findProjectRoot("/r/two/pages/p.js", files)).toBe("/r/two");
});

test("finds the app that the folder is, one in another, and none", () => {
  const inner = memoryFiles({ "/r/app.json": APP, "/r/demo/app.json": APP, ...touch("/r/app.js", "/r/demo/app.js") });
  expect(findProjects("/r/", inner).map((project) => project.sourceFiles())).toEqual([["/r/app.js"], ["/r/demo/app.js"]]);
  const plain = memoryFiles(touch("/r/src/a.js"));
  expect(findProjects("/r", plain).map((project) => project.sourceFiles())).toEqual([["/r/src/a.js"]]);
  expect(findProjects("/nowhere", plain)).toHaveLength(1);
});

test("lists modules that can hold a call, and no outputs, tests, types or server code", () => {
  const listed = ["app.js", "components/dist/x.js", "lib/a.min.js", "miniprogram_npm/x/index.js", "pages/a.ts", "pages/b.vue", "pages/c.tsx", "uni_modules/u/x.js"];
  const unlisted = [
    "node_modules/x/index.js",
    "dist/app.js",
    "unpackage/dist/x.js",
    "cloudfunctions/f/index.js",
    "__tests__/a.js",
    "pages/a.test.ts",
    "pages/a.spec.js",
    "typings/wx.d.ts",
    "pages/a.wxml",
    "pages/a.wxs",
    "pages/a.json",
    ".husky/x.js",
  ];
  const files = memoryFiles({ "/r/app.json": APP, ...touch(...[...listed, ...unlisted].map((path) => `/r/${path}`)) });
  expect([...openProject("/r", files).sourceFiles()].sort()).toEqual(listed.map((path) => `/r/${path}`));
});

test.each<[path: string, vendored: boolean]>([
  ["/r/dist/npm/axios/index.js", true],
  ["/r/node_modules/x/index.js", true],
  ["/r/miniprogram_npm/x/index.js", true],
  ["/r/uni_modules/x/x.js", true],
  ["/r/utils/qqmap-wx-jssdk.js", true],
  ["/r/utils/qqmap-wx-jssdk1.2.min.js", true],
  ["/r/utils/amap-wx.130.js", true],
  ["/r/lib/x.min.js", true],
  ["/r/common/luch-request/core/Request.js", true],
  ["/r/wxParse/html2json.js", true],
  ["/r/utils/request.js", false],
  ["/r/utils/bmobRequest.js", false],
  ["/r/utils/echarts-api.js", false],
  ["/r/pages/uview-demo/a.js", false],
])("%s is vendored: %s", (path, vendored) => {
  const files = memoryFiles({ "/r/app.json": APP, ...touch("/r/app.js") });
  expect(openProject("/r", files).isVendored(path)).toBe(vendored);
});

test("a folder above the app doesn't make it third-party", () => {
  const files = memoryFiles({ "/x/node_modules/r/app.json": APP, ...touch("/x/node_modules/r/app.js") });
  expect(openProject("/x/node_modules/r", files).isVendored("/x/node_modules/r/a.js")).toBe(false);
});
