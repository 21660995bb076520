import { expect, test } from "vitest";
import { memoryFiles } from "../../src/memory-files.ts";
import { openProject, type ProjectSettings } from "../../src/project/project.ts";

const TARO = { "/r/package.json": '{ "dependencies": { "@tarojs/taro": "3" } }', "/r/src/app.config.ts": "", "/r/src/app.tsx": "" };

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly name: string;
  readonly values: readonly string[] | undefined;
  readonly open?: boolean;
  readonly settings?: ProjectSettings;
}

const env = (text: string): Record<string, string> => ({ "/r/.env": text });
const constants = (text: string): Record<string, string> => ({ "/r/config/index.js": `module.exports = { defineConstants: { X: ${text} } }` });

const CASES: readonly Case[] = [
  // .env
  { title: "process.env", files: env("API=https://a.com"), name: "process.env.API", values: ["https://a.com"] },
  { title: "import.meta.env", files: env("VITE_API=https://a.com"), name: "import.meta.env.VITE_API", values: ["https://a.com"] },
  { title: "spaces, quotes, comments", files: env("# x\nexport API = 'https://a.com/#/x' # y"), name: "process.env.API", values: ["https://a.com/#/x"] },
  { title: "a comment after a bare value", files: env("API=https://a.com # y"), name: "process.env.API", values: ["https://a.com"] },
  { title: "a fragment in a bare value", files: env("API=https://a.com/#/x"), name: "process.env.API", values: ["https://a.com/#/x"] },
  { title: "an empty value", files: env("API=\nB=1"), name: "process.env.API", values: [""] },
  { title: "a reference", files: env("HOST=a.com\nAPI=https://${HOST}/v1"), name: "process.env.API", values: ["https://a.com/v1"] },
  { title: "a reference to nothing", files: env("API=https://${HOST}/v1"), name: "process.env.API", values: undefined, open: true },
  { title: "a reference to itself", files: env("API=$API/x"), name: "process.env.API", values: undefined, open: true },
  { title: "commented out", files: env("#API=https://a.com"), name: "process.env.API", values: undefined },
  {
    title: "all modes",
    files: { "/r/.env.development": "API=http://dev", "/r/.env.production": "API=https://prod", "/r/.env.staging": "API=https://stage" },
    name: "process.env.API",
    values: ["http://dev", "https://prod", "https://stage"],
  },
  {
    title: "a value that every mode replaces can't occur",
    files: { "/r/.env": "API=http://never", "/r/.env.development": "API=http://dev", "/r/.env.production": "API=https://prod" },
    name: "process.env.API",
    values: ["http://dev", "https://prod"],
  },
  {
    title: "a value that one mode replaces can",
    files: { "/r/.env": "API=https://prod", "/r/.env.development": "API=http://dev" },
    name: "process.env.API",
    values: ["http://dev", "https://prod"],
  },
  { title: "a local file adds", files: { "/r/.env": "API=https://prod", "/r/.env.local": "API=http://mine" }, name: "process.env.API", values: ["https://prod", "http://mine"] },
  {
    title: "a reference takes its mode's value",
    files: { "/r/.env": "API=https://${HOST}", "/r/.env.development": "HOST=dev", "/r/.env.production": "HOST=prod" },
    name: "process.env.API",
    values: ["https://dev", "https://prod"],
  },
  { title: "the folder env", files: { "/r/env/.env": "API=https://a.com" }, name: "import.meta.env.API", values: ["https://a.com"] },
  { title: "an example is no environment", files: { "/r/env.example": "API=https://a.com" }, name: "process.env.API", values: undefined },

  // Build configurations
  { title: "a quoted literal", files: constants(`'"https://a.com"'`), name: "X", values: ["https://a.com"] },
  { title: "single quotes within", files: constants(`"'https://a.com'"`), name: "X", values: ["https://a.com"] },
  { title: "JSON.stringify", files: constants("JSON.stringify('https://a.com')"), name: "X", values: ["https://a.com"] },
  { title: "a template", files: constants('`"https://a.com"`'), name: "X", values: ["https://a.com"] },
  { title: "a condition", files: constants(`prod ? '"https://a"' : '"https://b"'`), name: "X", values: ["https://a", "https://b"] },
  { title: "a default", files: constants('`"${process.env.API || \'https://a\'}"`'), name: "X", values: ["https://a"], open: true },
  { title: "computed", files: constants("JSON.stringify(hostOf(branch))"), name: "X", values: undefined, open: true },
  { title: "a code that is no string", files: constants("'location.host'"), name: "X", values: undefined, open: true },
  { title: "members", files: constants(`{ host: '"https://a"' }`), name: "X.host", values: ["https://a"] },
  {
    title: "a constant of the file",
    files: { "/r/config/index.js": "const hosts = { prod: 'https://a' }\nmodule.exports = { defineConstants: { X: JSON.stringify(hosts.prod) } }" },
    name: "X",
    values: ["https://a"],
  },
  {
    title: "Taro's env",
    files: { "/r/config/dev.js": `module.exports = { env: { API: '"http://dev"' } }`, "/r/config/prod.js": `module.exports = { env: { API: '"https://prod"' } }` },
    name: "process.env.API",
    values: ["http://dev", "https://prod"],
  },
  {
    title: "a commented-out line",
    files: { "/r/config/dev.ts": `module.exports = { defineConstants: {\n // X: '"http://never"',\n X: '"http://dev"' } }` },
    name: "X",
    values: ["http://dev"],
  },
  {
    title: "index, replaced by dev and prod",
    files: {
      ...constants(`'"http://never"'`),
      "/r/config/dev.js": `module.exports = { defineConstants: { X: '"http://dev"' } }`,
      "/r/config/prod.js": `module.exports = { defineConstants: { X: '"https://prod"' } }`,
    },
    name: "X",
    values: ["http://dev", "https://prod"],
  },
  { title: "Vite's define", files: { "/r/vite.config.ts": "export default { define: { 'import.meta.env.API': JSON.stringify('https://a') } }" }, name: "import.meta.env.API", values: ["https://a"] },
  { title: "webpack's DefinePlugin", files: { "/r/vue.config.js": "new webpack.DefinePlugin({ 'process.env.API': '\"https://a\"' })" }, name: "process.env.API", values: ["https://a"] },
  { title: "mpx's defs", files: { "/r/vue.config.js": "module.exports = { defs: { __host__: 'https://a' } }" }, name: "__host__", values: ["https://a"] },

  // Of the frameworks, and of the user
  { title: "NODE_ENV", files: {}, name: "process.env.NODE_ENV", values: ["development", "production"] },
  { title: "TARO_ENV", files: {}, name: "process.env.TARO_ENV", values: ["weapp"] },
  { title: "UNI_PLATFORM", files: {}, name: "process.env.UNI_PLATFORM", values: ["mp-weixin"] },
  { title: "MODE", files: { "/r/.env.staging": "" }, name: "import.meta.env.MODE", values: ["development", "production", "staging"] },
  { title: "settings win", files: env("API=https://${X}"), name: "process.env.API", values: ["https://b"], settings: { defines: { "process.env.API": "https://b" } } },
  { title: "settings with several", files: {}, name: "API", values: ["a", "b"], settings: { defines: { API: ["a", "b"] } } },
  { title: "an unknown name", files: {}, name: "toString", values: undefined },
];

test.each(CASES)("$title: $name", ({ files, name, values, open = false, settings }) => {
  const { defines } = openProject("/r", memoryFiles({ ...TARO, ...files }), settings);
  expect(defines.lookup(name)?.map(({ value }) => value)).toEqual(values);
  expect(defines.isOpen(name)).toBe(open);
});

test("says where a value is written", () => {
  const files = memoryFiles({
    ...TARO,
    "/r/.env": "# first\n\nA=1\n# x\nAPI=https://a",
    "/r/config/dev.js": "module.exports = {\n  defineConstants: {\n    X: '\"http://dev\"',\n  },\n}",
  });
  const { defines } = openProject("/r", files);
  expect(defines.lookup("process.env.API")).toEqual([{ value: "https://a", from: { file: "/r/.env", line: 5 } }]);
  expect(defines.lookup("X")).toEqual([{ value: "http://dev", from: { file: "/r/config/dev.js", line: 3 } }]);
});
