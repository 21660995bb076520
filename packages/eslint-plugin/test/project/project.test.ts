import "../source-analyzer.ts";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ESLint, Linter } from "eslint";
import { afterAll, describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";
import { EslintrcESLint, VERSIONS, type ESLintVersion } from "../eslint-versions.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));
const SHOP = join(FIXTURES, "shop");

const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-project-")));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** A copy of the shop that a test may change. */
function copyOfShop(name: string): string {
  const folder = join(temporary, name);
  cpSync(SHOP, folder, { recursive: true });
  return folder;
}

function reports(results: readonly ESLint.LintResult[]): string[] {
  return results
    .flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, message }) => `${basename(filePath)}:${line} ${ruleId ?? message}`))
    .sort();
}

function eslintConfig({ version }: ESLintVersion, root: string): Linter.Config[] {
  return plugin.project({ root }).filter(({ language }) => version !== "8.57" || language === undefined);
}

/** `project()` asks which ESLint is installed, and here several are: what ESLint 8 would not be given is taken away. */
function eslintOf({ ESLint, version }: ESLintVersion, cwd: string, config: readonly Linter.Config[]): ESLint {
  const known = version === "8.57" ? config.filter(({ language }) => language === undefined) : config;
  return new ESLint({ cwd, overrideConfigFile: true, overrideConfig: [...known] });
}

describe.each(VERSIONS)("ESLint $version", (eslintVersion) => {
  const { version } = eslintVersion;

  test("project() lints every kind of file of the app that it knows", async () => {
    const eslint = eslintOf(eslintVersion, SHOP, plugin.project({ root: SHOP }));
    const inJavaScript = ["Banner.vue:6 wx-domain/no-local-address", "cart.ts:2 wx-domain/no-insecure-protocol", "home.js:6 wx-domain/no-unlisted-domain"];
    const inLanguages = ["manifest.json:4 wx-domain/no-check-bypass", "page.wxml:3 wx-domain/web-view-domain", "project.config.json:2 wx-domain/no-check-bypass", "wx-domains.json:4 wx-domain/valid-domain-lists"];
    expect(reports(await eslint.lintFiles(["."]))).toEqual(version === "8.57" ? inJavaScript : [...inJavaScript, ...inLanguages].sort());
  });

  test("project() lints the pages of mpx and wepy", async () => {
    const root = copyOfShop(`components-${version}`);
    const script = (before: string): string => `<template>\n  <web-view src="https://www.example.org" />\n</template>\n<script>\n${before}wx.request({ url: "https://old.example.org" });\n</script>\n`;
    writeFileSync(join(root, "page.mpx"), `${script("")}<script type="application/json">\n{ "usingComponents": {} }\n</script>\n`);
    writeFileSync(join(root, "page.wpy"), script("@connect({})\nexport default class extends wepy.page {}\n"));
    const domains = { requestdomain: [], bizdomain: [] };
    expect(reports(await eslintOf(eslintVersion, root, plugin.project({ root, domains })).lintFiles(["page.*"]))).toEqual([
      "page.mpx:2 wx-domain/web-view-domain",
      "page.mpx:5 wx-domain/no-unlisted-domain",
      "page.wpy:2 wx-domain/web-view-domain",
      "page.wpy:7 wx-domain/no-unlisted-domain",
    ]);
  });

  test("project() lints the scripts of a page that speaks to WeChat's browser, with its own rules only", async () => {
    const root = copyOfShop(`html-${version}`);
    const head = '<!doctype html>\n<p>it\'s</p>\n<script src="https://res.wx.qq.com/open/js/jweixin-1.6.0.js"></script>\n';
    const page = `${head}<script>var package = "https://www.example.org/share"</script>\n<script>\n  wx.config({ debug: true });\n  wx.updateTimelineShareData({ link: package });\n</script>\n`;
    writeFileSync(join(root, "page.html"), page);
    writeFileSync(join(root, "other.html"), "<script>var unused = <%= value %>;</script>");
    writeFileSync(join(root, "filled-in.html"), "<script>wx.config({ debug: true, timestamp: <?php echo $time ?> });</script>");
    const config = plugin.project({ root, domains: { jsdomain: ["h5.example.com"] }, pageOrigins: ["https://h5.example.com"] });
    const eslint = eslintOf(eslintVersion, root, [...config, { rules: { "no-unused-vars": "error", "no-undef": "error" } }]);
    const results = await eslint.lintFiles(["*.html"]);
    expect(reports(results)).toEqual([
      "page.html:6 wx-domain/jssdk-config",
      "page.html:6 wx-domain/jssdk-config",
      "page.html:7 wx-domain/jssdk-share-domain",
    ]);
    expect(results.flatMap(({ messages }) => messages.map(({ column }) => column))).toEqual([3, 22, 38]);
  });

  test("third-party components are not parsed, since their #ifdef makes parsers stop", async () => {
    const folder = copyOfShop(`vendored-${version}`);
    for (const place of ["uni_modules/uni-popup", "pages"]) {
      mkdirSync(join(folder, place), { recursive: true });
      writeFileSync(join(folder, place, "popup.vue"), "<script>\n// #ifdef H5\nconst width = 1;\n// #endif\nconst height = ;\n</script>\n");
    }
    const results = await eslintOf(eslintVersion, folder, plugin.project({ root: folder })).lintFiles(["**/popup.vue"]);
    expect(results.map(({ filePath, fatalErrorCount }) => [relative(folder, filePath), fatalErrorCount])).toEqual([[join("pages", "popup.vue"), 1]]);
  });

  test("decorators in JavaScript are read where a parser for them is installed", async () => {
    const root = copyOfShop(`decorators-${version}`);
    const component = '@connect(({ user }) => ({ user }))\nexport default class Mine extends Component {\n  componentDidMount() { wx.request({ url: "https://old.example.org" }); }\n  render() { return <View />; }\n}\n';
    writeFileSync(join(root, "mine.js"), component);
    writeFileSync(join(root, "mine.jsx"), component);
    const results = await eslintOf(eslintVersion, root, plugin.project({ root, domains: { requestdomain: [] } })).lintFiles(["mine.*"]);
    expect(reports(results)).toEqual(["mine.js:3 wx-domain/no-unlisted-domain", "mine.jsx:3 wx-domain/no-unlisted-domain"]);
  });

  test("--fix leaves third-party code alone: its directives are for rules of its authors", async () => {
    const root = copyOfShop(`directives-${version}`);
    const text = "/* eslint-disable no-console */\nexport const a = 1; // eslint-disable-line\n";
    mkdirSync(join(root, "uni_modules/uni-popup"), { recursive: true });
    for (const name of ["uni_modules/uni-popup/popup.js", "own.js"]) writeFileSync(join(root, name), text);
    const eslint = new eslintVersion.ESLint({ cwd: root, overrideConfigFile: true, fix: true, overrideConfig: [{ linterOptions: { reportUnusedDisableDirectives: "warn" } }, ...eslintConfig(eslintVersion, root)] });
    const results = await eslint.lintFiles(["own.js", "uni_modules/**"]);
    expect(results.map(({ filePath, output }) => [relative(root, filePath), output])).toEqual([
      ["own.js", " \nexport const a = 1;  \n"],
      [join("uni_modules", "uni-popup", "popup.js"), undefined],
    ]);
  });

  describe("a name that is declared once for each platform", () => {
    const script = (indent: string): string =>
      ["import qr from './qr';", "// #ifdef H5", "let base = qr('https://h5.example.org');", "// #endif", "// #ifdef MP-WEIXIN", 'let base = "https://old.example.org";', "// #endif", "uni.request({ url: base });", "uni.request({ url: base }); // eslint-disable-line wx-domain/no-unlisted-domain", "debugger; // eslint-disable-line no-debugger", ""].join(`\n${indent}`);
    const files = { "pages/pay.vue": `<template>\n  <web-view src="https://www.example.org" />\n</template>\n<script>\n${script("")}</script>\n`, "pages/pay.js": script("") };

    test("our rules judge WeChat's build; others are shown nothing, and --fix changes nothing", async () => {
      const root = copyOfShop(`platforms-${version}`);
      // The parser of files without types is that of the app's ESLint.
      mkdirSync(join(root, "node_modules"), { recursive: true });
      symlinkSync(dirname(createRequire(import.meta.url).resolve("eslint/package.json")), join(root, "node_modules", "eslint"), "junction");
      for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
      const others: Linter.Config = { linterOptions: { reportUnusedDisableDirectives: "error" }, rules: { "prefer-const": "error", "no-unused-vars": "error", "no-debugger": "error", "vue/comment-directive": "off" } };
      const config = [...plugin.project({ root, domains: { requestdomain: [], bizdomain: [] } }), others].filter(({ language }) => version !== "8.57" || language === undefined);
      const eslint = new eslintVersion.ESLint({ cwd: root, overrideConfigFile: true, fix: true, overrideConfig: config });
      const results = await eslint.lintFiles(Object.keys(files));
      expect(reports(results)).toEqual(["pay.js:8 wx-domain/no-unlisted-domain", "pay.vue:12 wx-domain/no-unlisted-domain", "pay.vue:2 wx-domain/web-view-domain"]);
      expect(results.map(({ output }) => output)).toEqual([undefined, undefined]);
    });

    test.each(Object.keys(files))("a fault in WeChat's build is one: %s", async (name) => {
      const root = copyOfShop(`fault-${version}-${basename(name)}`);
      writeFileSync(join(root, name), files[name as keyof typeof files].replace("uni.request({ url: base });", "uni.request({ url: base };"));
      const [result] = await eslintOf(eslintVersion, root, plugin.project({ root })).lintFiles([name]);
      expect(result).toMatchObject({ fatalErrorCount: 1 });
    });
  });

  test("two apps of one repository keep to their own lists", async () => {
    const other = { requestdomain: ["https://old.example.org"] };
    const app = join(FIXTURES, "app");
    const config = [...plugin.project({ root: app, domains: other }), ...plugin.project({ root: SHOP })];
    expect(reports(await eslintOf(eslintVersion, FIXTURES, config).lintFiles(["app", "shop/pages/home/home.js"]))).toEqual([
      "home.js:6 wx-domain/no-unlisted-domain",
      "request.js:5 wx-domain/no-unlisted-domain",
    ]);
  });

  test("an instance that lives long sees a new snapshot", async () => {
    const root = copyOfShop(`editor-${version}`);
    const eslint = eslintOf(eslintVersion, root, plugin.project({ root }));
    expect(reports(await eslint.lintFiles(["pages/home/home.js"]))).toEqual(["home.js:6 wx-domain/no-unlisted-domain"]);
    writeFileSync(join(root, "wx-domains.json"), '{ "requestdomain": ["https://api.example.com", "https://old.example.org"] }');
    expect(reports(await eslint.lintFiles(["pages/home/home.js"]))).toEqual([]);
  });

  test("raw settings need neither root nor domains", async () => {
    const root = copyOfShop(`raw-${version}`);
    const eslint = eslintOf(eslintVersion, root, [{ files: ["**/*.js"], ...plugin.configs.recommended }]);
    expect(reports(await eslint.lintFiles(["."]))).toEqual(["home.js:6 wx-domain/no-unlisted-domain"]);
  });

  test("raw settings find the snapshot beside package.json, above an app in src", async () => {
    const root = copyOfShop(`src-${version}`);
    mkdirSync(join(root, "src"));
    for (const name of ["app.json", "app.js", "pages", "utils"]) renameSync(join(root, name), join(root, "src", name));
    const eslint = eslintOf(eslintVersion, root, [{ files: ["**/*.js"], ...plugin.configs.recommended }]);
    expect(reports(await eslint.lintFiles(["."]))).toEqual(["home.js:6 wx-domain/no-unlisted-domain"]);
  });

  test("a path of a snapshot is seen from the app's folder", async () => {
    const root = copyOfShop(`path-${version}`);
    renameSync(join(root, "wx-domains.json"), join(root, "lists.json"));
    const settings = { "wx-domain": { root, domains: "lists.json" } };
    for (const config of [[{ files: ["**/*.js"], ...plugin.configs.recommended, settings }], plugin.project({ root, domains: "lists.json" })]) {
      expect(reports(await eslintOf(eslintVersion, root, config).lintFiles(["pages/home/home.js"]))).toEqual(["home.js:6 wx-domain/no-unlisted-domain"]);
    }
  });

  test("raw settings with a fault stop the run at the first file", async () => {
    const settings = { "wx-domain": { domans: {}, locale: "en" } };
    const eslint = eslintOf(eslintVersion, SHOP, [{ files: ["**/*.js"], ...plugin.configs.recommended, settings }]);
    await expect(eslint.lintFiles(["."])).rejects.toThrow(/settings\["wx-domain"\] has the unknown key "domans"\. Known keys: .*Mend or remove it\./);
  });

  test("a snapshot that is missing stops the run, however often it is tried", async () => {
    const root = copyOfShop(`missing-${version}`);
    rmSync(join(root, "wx-domains.json"));
    const eslint = eslintOf(eslintVersion, root, [{ files: ["**/*.js"], ...plugin.configs.recommended, settings: { "wx-domain": { locale: "en" } } }]);
    for (let time = 0; time < 2; time++) {
      const error: unknown = await eslint.lintFiles(["app.js"]).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        stack: `eslint-plugin-wx-domain: The domain lists were not found: there is no file ${root}/wx-domains.json. Run "npx wx-domain pull" in the app's folder to fetch them, or set "domains" to the lists or to the path of a snapshot.`,
      });
    }
  });
});

test("eslintrc on ESLint 8.57", async () => {
  const cwd = join(FIXTURES, "eslintrc");
  const eslint = new EslintrcESLint({
    cwd,
    useEslintrc: false,
    plugins: { "wx-domain": plugin },
    overrideConfig: { root: true, parserOptions: { ecmaVersion: 2022 }, ...plugin.configs["legacy-recommended"] },
  });
  expect(reports(await eslint.lintFiles(["."]))).toEqual(["home.js:6 wx-domain/no-unlisted-domain"]);
});

describe("project() throws at once", () => {
  const bare = { root: SHOP, locale: "en" } as const;

  test.each([
    { fault: "no root", options: { locale: "en" }, message: 'project() needs "root", the app\'s folder.' },
    { fault: "a root that is not there", options: { ...bare, root: join(SHOP, "src") }, message: '"root" must be the app\'s folder, but there is no folder' },
    { fault: "lists that are not there", options: { ...bare, domains: "lists.json" }, message: `there is no file ${join(SHOP, "lists.json")}` },
    { fault: "a path that is no snapshot", options: { ...bare, domains: "app.js" }, message: "app.js:1:1: this is not valid JSON" },
    { fault: "an unknown option", options: { ...bare, globls: [] }, message: 'project() has the unknown key "globls".' },
    { fault: "faulty lists", options: { ...bare, domains: { requestdomain: [1] } }, message: 'project().domains: "requestdomain[0]" must be a string' },
    { fault: "a fault told in Chinese", options: { ...bare, locale: "zh-CN", domains: "lists.json" }, message: "找不到域名列表" },
  ])("$fault", ({ options, message }) => {
    expect(() => Reflect.apply(plugin.project, undefined, [options]) as unknown).toThrow(message);
  });
});
