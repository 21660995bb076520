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

/** HOST in both modes, LATER in one; nothing explains CI. */
const MODES = { "/r/.env.development": "HOST=https://dev\nEMPTY=\nOPEN=https://${CI}", "/r/.env.production": "HOST=https://prod\nLATER=https://later" };

interface Read {
  readonly title: string;
  readonly text: string;
  readonly values: readonly string[] | undefined;
  readonly open?: boolean;
}

/** What X is in a configuration of Taro. */
const READS: readonly Read[] = [
  { title: "a variable", text: "JSON.stringify(process.env.HOST)", values: ["https://dev", "https://prod"] },
  { title: "a variable by a text", text: 'JSON.stringify(process.env["HOST"])', values: ["https://dev", "https://prod"] },
  { title: "a variable in a template of code", text: "`\"${process.env.HOST}/v1\"`", values: ["https://dev/v1", "https://prod/v1"] },
  { title: "a variable without quotes is code", text: "process.env.HOST", values: undefined, open: true },
  { title: "a variable of one mode", text: "JSON.stringify(process.env.LATER)", values: ["https://later"] },
  { title: "a variable of one mode, or a default", text: "JSON.stringify(process.env.LATER || 'https://b')", values: ["https://b", "https://later"] },
  { title: "a variable, or a default", text: "JSON.stringify(process.env.HOST || 'https://b')", values: ["https://dev", "https://b", "https://prod"] },
  { title: "a variable, or a default by ??", text: "JSON.stringify(process.env.HOST ?? 'https://b')", values: ["https://dev", "https://b", "https://prod"] },
  { title: "an empty variable, or a default", text: "JSON.stringify(process.env.EMPTY || 'https://b')", values: ["https://b"] },
  { title: "a variable as a condition", text: "JSON.stringify(process.env.HOST && 'https://b')", values: ["https://b"] },
  { title: "a variable that only CI sets", text: "JSON.stringify(process.env.CI)", values: undefined, open: true },
  { title: "a variable that only CI sets, or a default", text: "JSON.stringify(process.env.CI || 'https://b')", values: ["https://b"], open: true },
  { title: "a variable that refers to what only CI sets", text: "JSON.stringify(process.env.OPEN)", values: undefined, open: true },
  { title: "what the framework sets", text: "JSON.stringify(process.env.TARO_ENV)", values: ["weapp"] },
];

const inVite = (before: string, value: string): string => `export default defineConfig(({ mode }) => { ${before}; return { define: { X: ${value} } }; })`;

/** What X is in Vite's configuration. */
const LOADS: readonly Read[] = [
  { title: "loadEnv", text: inVite("const env = loadEnv(mode, process.cwd())", "JSON.stringify(env.HOST)"), values: ["https://dev", "https://prod"] },
  { title: "loadEnv, at once", text: inVite("", "JSON.stringify(vite.loadEnv(mode, process.cwd()).HOST)"), values: ["https://dev", "https://prod"] },
  { title: "loadEnv with a type", text: inVite("const env = loadEnv(mode, root) as Env", "JSON.stringify(env.HOST)"), values: ["https://dev", "https://prod"] },
  { title: "loadEnv, taken apart", text: inVite("const { HOST } = loadEnv(mode, root)", "JSON.stringify(HOST)"), values: ["https://dev", "https://prod"] },
  { title: "loadEnv, taken apart under another name", text: inVite("const env = loadEnv(mode, root); const { HOST: host } = env", "JSON.stringify(host)"), values: ["https://dev", "https://prod"] },
  { title: "loadEnv, taken apart with a default", text: inVite("const { LATER = 'https://b' } = loadEnv(mode, root)", "JSON.stringify(LATER)"), values: ["https://b", "https://later"] },
  { title: "a constant of loadEnv", text: inVite("const env = loadEnv(mode, root); const host = env.HOST", "JSON.stringify(host)"), values: ["https://dev", "https://prod"] },
  { title: "process.env with loadEnv in it", text: inVite("process.env = { ...process.env, ...loadEnv(mode, root) }", "JSON.stringify(process.env.HOST)"), values: ["https://dev", "https://prod"] },
  { title: "an object with loadEnv in it", text: inVite("const env = { ...process.env, ...loadEnv(mode, root) }", "JSON.stringify(env.HOST)"), values: ["https://dev", "https://prod"] },
  { title: "process.env, into which Vite puts no file", text: inVite("", "JSON.stringify(process.env.HOST || 'https://b')"), values: ["https://b"], open: true },
  { title: "someone else's environment", text: inVite("const env = wrapped(loadEnv(mode, root))", "JSON.stringify(env.HOST)"), values: undefined, open: true },
];

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

  // Build configurations that read the environment
  ...READS.map(({ title, text, values, open = false }): Case => ({ title, files: { ...MODES, ...constants(text) }, name: "X", values, open })),
  {
    title: "each part in the same mode",
    files: { "/r/.env.development": "PROTO=http\nHOST=dev", "/r/.env.production": "PROTO=https\nHOST=prod", ...constants("JSON.stringify(process.env.PROTO + '://' + process.env.HOST)") },
    name: "X",
    values: ["http://dev", "https://prod"],
  },
  {
    title: "config/prod is not read in development",
    files: { ...MODES, "/r/config/dev.js": "module.exports = { defineConstants: { X: '\"http://mine\"' } }", "/r/config/prod.js": "module.exports = { defineConstants: { X: JSON.stringify(process.env.HOST) } }" },
    name: "X",
    values: ["http://mine", "https://prod"],
  },
  ...LOADS.map(({ title, text, values, open = false }): Case => ({ title, files: { ...MODES, "/r/vite.config.ts": text }, name: "X", values, open })),
  { title: "loadEnv's folder", files: { "/r/conf/.env": "HOST=https://a", "/r/vite.config.ts": 'const env = loadEnv(mode, path.resolve(process.cwd(), "conf"));\nexport default { define: { X: JSON.stringify(env.HOST) } }' }, name: "X", values: ["https://a"] },
  { title: "process.env, into which webpack puts no file", files: { ...MODES, "/r/webpack.config.js": "new DefinePlugin({ X: JSON.stringify(process.env.HOST) })" }, name: "X", values: undefined, open: true },
  { title: "process.env, into which dotenv puts a file", files: { ...MODES, "/r/webpack.config.js": 'require("dotenv").config();\nnew DefinePlugin({ X: JSON.stringify(process.env.HOST) })' }, name: "X", values: ["https://dev", "https://prod"] },
  { title: "the whole environment", files: { ...MODES, "/r/vite.config.ts": 'export default { define: { "process.env": { ...process.env, ...loadEnv(mode, root) } } }' }, name: "process.env.HOST", values: ["https://dev", "https://prod"] },
  { title: "the whole environment, as code", files: { ...MODES, "/r/vite.config.ts": 'export default { define: { "process.env": JSON.stringify(loadEnv(mode, root)) } }' }, name: "process.env.HOST", values: ["https://dev", "https://prod"] },
  { title: "a computed environment", files: { ...MODES, "/r/vite.config.ts": 'export default { define: { "process.env": environmentOf(branch) } }' }, name: "process.env.HOST", values: ["https://dev", "https://prod"], open: true },
  { title: "a computed environment is no value", files: { "/r/vite.config.ts": 'export default { define: { "process.env": environmentOf(branch) } }' }, name: "process.env", values: undefined },
  { title: "a name that begins with a computed one", files: constants("hostOf(branch), X1: '\"https://a\"'"), name: "X1", values: ["https://a"] },
  { title: "what the platform is, is known", files: constants("'1', 'process.env.TARO_ENV': JSON.stringify(platform)"), name: "process.env.TARO_ENV", values: ["weapp"] },
  { title: "a name that is handed on under itself", files: { ...MODES, "/r/vue.config.js": "new DefinePlugin({ 'process.env.HOST': JSON.stringify(process.env.HOST) })" }, name: "process.env.HOST", values: ["https://dev", "https://prod"] },

  // Of the frameworks, and of the user
  { title: "NODE_ENV", files: {}, name: "process.env.NODE_ENV", values: ["development", "production"] },
  { title: "TARO_ENV", files: {}, name: "process.env.TARO_ENV", values: ["weapp"] },
  { title: "UNI_PLATFORM", files: {}, name: "process.env.UNI_PLATFORM", values: ["mp-weixin"] },
  { title: "MODE", files: { "/r/.env.staging": "" }, name: "import.meta.env.MODE", values: ["development", "production", "staging"] },
  { title: "settings win", files: env("API=https://${X}"), name: "process.env.API", values: ["https://b"], settings: { defines: { "process.env.API": "https://b" } } },
  { title: "a build constant of a variable that the settings tell", files: constants("JSON.stringify(process.env.CI || 'https://b')"), name: "X", values: ["https://ci", "https://b"], settings: { defines: { "process.env.CI": "https://ci" } } },
  { title: "settings with several", files: {}, name: "API", values: ["a", "b"], settings: { defines: { API: ["a", "b"] } } },
  { title: "an unknown name", files: {}, name: "toString", values: undefined },
];

test.each(CASES)("$title: $name", ({ files, name, values, open = false, settings }) => {
  const defined = openProject("/r", memoryFiles({ ...TARO, ...files }), settings).defines.lookup(name);
  expect(defined?.values.map(({ value }) => value)).toEqual(values ?? (open ? [] : undefined));
  expect(defined?.isComplete).toBe(values === undefined && !open ? undefined : !open);
});

test.each<[title: string, code: string, from: { file: string; line: number }]>([
  ["in the file of the environment", "JSON.stringify(process.env.HOST)", { file: "/r/.env", line: 2 }],
  ["there, in a template of code", '`"${process.env.HOST}"`', { file: "/r/.env", line: 2 }],
  ["there, before a path", "JSON.stringify(process.env.HOST + '/v1')", { file: "/r/.env", line: 2 }],
  ["where the host is joined", "JSON.stringify('https://' +\n'a.com')", { file: "/r/config/index.js", line: 2 }],
])("a build constant is written %s", (_, code, from) => {
  const { defines } = openProject("/r", memoryFiles({ ...TARO, "/r/.env": "\nHOST=https://a", ...constants(code) }));
  expect(defines.lookup("X")?.values.map((value) => value.from)).toEqual([from]);
});

test("says where a value is written", () => {
  const files = memoryFiles({
    ...TARO,
    "/r/.env": "# first\n\nA=1\n# x\nAPI=https://a",
    "/r/config/dev.js": "module.exports = {\n  defineConstants: {\n    X: '\"http://dev\"',\n  },\n}",
  });
  const { defines } = openProject("/r", files);
  expect(defines.lookup("process.env.API")?.values).toEqual([{ value: "https://a", from: { file: "/r/.env", line: 5 } }]);
  expect(defines.lookup("X")?.values).toEqual([{ value: "http://dev", from: { file: "/r/config/dev.js", line: 3 } }]);
});
