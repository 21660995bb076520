import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";

const TARO = { "package.json": `{"dependencies":{"@tarojs/taro":"3"}}`, "src/app.config.ts": "", "src/app.tsx": "", "src/a.ts": `import Taro from "@tarojs/taro";\nTaro.request({ url: HOST + "/x" });` };
const UNI = { "package.json": `{"dependencies":{"@dcloudio/uni-app":"3"}}`, "src/manifest.json": "{}", "src/pages.json": "{}", "src/a.ts": `uni.request({ url: HOST + "/x" });` };

const MPVUE = { "package.json": `{"dependencies":{"mpvue":"2"}}`, "src/app.json": `{"pages":["pages/a"]}`, "src/main.js": "", "src/a.js": `wx.request({ url: process.env.API + "/x" });` };
const PROD_ENV = `module.exports = {\n  NODE_ENV: '"production"',\n  API: '"${A}"'\n}`;

// Environments: a compile-time name whose value the build's configuration takes from a `.env` file.
testIdioms([
  { name: "Taro: defineConstants with a text", files: { ...TARO, "config/index.ts": `export default { defineConstants: { HOST: JSON.stringify("${A}") } };` }, calls: { "src/a.ts:2": A } },
  { name: "Taro: defineConstants with what nobody can know", files: { ...TARO, "config/index.ts": `export default { defineConstants: { HOST: JSON.stringify(process.env.HOST) } };` }, calls: { "src/a.ts:2": "dynamic" } },
  { name: "Taro: defineConstants from the environment", files: { ...TARO, ".env": `TARO_APP_HOST=${A}\n`, "config/index.ts": `export default { defineConstants: { HOST: JSON.stringify(process.env.TARO_APP_HOST) } };` }, calls: { "src/a.ts:2": A } },
  { name: "Taro: defineConstants from the environment, or a default", files: { ...TARO, ".env.production": `TARO_APP_HOST=${A}\n`, "config/index.ts": `export default { defineConstants: { HOST: JSON.stringify(process.env.TARO_APP_HOST || "${B}") } };` }, calls: { "src/a.ts:2": `${A} ${B}` } },
  {
    name: "Vite: define from loadEnv",
    files: { ...UNI, ".env.development": `VITE_HOST=${A}\n`, ".env.production": `VITE_HOST=${B}\n`, "vite.config.ts": `import { defineConfig, loadEnv } from "vite";\nexport default defineConfig(({ mode }) => {\n  const env = loadEnv(mode, process.cwd());\n  return { define: { HOST: JSON.stringify(env.VITE_HOST) } };\n});` },
    calls: { "src/a.ts:1": `${A} ${B}` },
  },
  { name: "Taro: a default beside what nobody can know", files: { ...TARO, "config/index.ts": `export default { defineConstants: { HOST: JSON.stringify(process.env.HOST || "${A}") } };` }, calls: { "src/a.ts:2": `${A} dynamic` } },
  { name: "a .env value that refers to what nobody can know, in one mode", files: { ...UNI, ".env.development": "VITE_HOST=https://${CI}\n", ".env.production": `VITE_HOST=${A}\n`, "src/a.ts": `uni.request({ url: import.meta.env.VITE_HOST + "/x" });` }, calls: { "src/a.ts:1": `${A} dynamic` } },
  { name: "a platform that the configuration computes is WeChat's all the same", files: { ...TARO, "config/index.ts": `export default { env: { TARO_ENV: JSON.stringify(platform) }, defineConstants: { HOST: '"${A}"' } };`, "src/a.ts": `import Taro from "@tarojs/taro";\nTaro.request({ url: process.env.TARO_ENV === "h5" ? "${B}" : HOST });` }, calls: { "src/a.ts:2": A } },
  { name: "mpvue: config/prod.env.js", files: { ...MPVUE, "config/prod.env.js": PROD_ENV }, calls: { "src/a.js:1": A } },
  {
    name: "mpvue: one environment merged over the other",
    files: { ...MPVUE, "config/prod.env.js": PROD_ENV, "config/dev.env.js": `const merge = require("webpack-merge")\nconst prodEnv = require("./prod.env")\nmodule.exports = merge(prodEnv, { NODE_ENV: '"development"', API: JSON.stringify("${B}") })` },
    calls: { "src/a.js:1": `${A} ${B}` },
  },
  {
    name: "mpvue: one environment has nothing of its own, and code looks at NODE_ENV",
    files: { ...MPVUE, "config/prod.env.js": PROD_ENV, "config/dev.env.js": `module.exports = require("webpack-merge")(require("./prod.env"), { NODE_ENV: '"development"' })`, "src/a.js": `const url = process.env.NODE_ENV === "production" ? process.env.API : "${B}";\nwx.request({ url });` },
    calls: { "src/a.js:2": `${A} ${B}` },
  },
  { name: "mpvue: an environment that takes what nobody can know", files: { ...MPVUE, "config/prod.env.js": `module.exports = { API: JSON.stringify(process.env.API) }` }, calls: { "src/a.js:1": "dynamic" } },
  {
    name: "Taro: a table of another file becomes one compile-time name",
    files: {
      ...TARO,
      "config/hosts.js": `const host = "${A}"; module.exports = { host, nested: { other: "${B}" }, flag: false, path: "/mock" };`,
      "config/index.ts": `import hosts from "./hosts";\nexport default defineConfig(async (merge) => { const base = { defineConstants: { CONFIG: JSON.stringify(hosts) } }; return merge({}, base); });`,
      "src/config.ts": `let config: any;\nif (process.env.TARO_ENV === "h5") config = (window as any).config; else config = CONFIG;\nexport default config;`,
      "src/a.ts": `import Taro from "@tarojs/taro";\nimport config from "./config";\nTaro.request({ url: config.host + "/x" });\nTaro.request({ url: config.nested.other });\nTaro.request({ url: config.path });\nconst { host } = CONFIG;\nTaro.request({ url: host });\nTaro.request({ url: config.missing });\nTaro.request({ url: { ...CONFIG }.host });`,
    },
    calls: { "src/a.ts:3": A, "src/a.ts:4": B, "src/a.ts:5": "relative", "src/a.ts:7": A, "src/a.ts:8": "dynamic", "src/a.ts:9": A },
  },
  { name: "Taro: defineConstants with an imported text", files: { ...TARO, "config/hosts.ts": `export const host = "${A}"; export default { test: "${B}" };`, "config/index.ts": `import all, { host } from "./hosts";\nexport default { defineConstants: { HOST: JSON.stringify(host), OTHER: '"' + all.test + '"' } };`, "src/b.ts": `import Taro from "@tarojs/taro";\nTaro.request({ url: OTHER });` }, calls: { "src/a.ts:2": A, "src/b.ts:2": B } },
  { name: "Taro: defineConstants with required members", files: { ...TARO, "config/hosts.js": `exports.host = "${A}"; module.exports.other = "${B}";`, "config/index.js": `const hosts = require("./hosts");\nconst { other } = require("./hosts.js");\nmodule.exports = { defineConstants: { HOST: JSON.stringify(hosts.host), OTHER: JSON.stringify(other) } };`, "src/b.ts": `import Taro from "@tarojs/taro";\nTaro.request({ url: OTHER });` }, calls: { "src/a.ts:2": A, "src/b.ts:2": B } },
  { name: "Taro: a table with what nobody can know in it", files: { ...TARO, "config/index.js": `const hosts = { a: "${A}", ...local };\nmodule.exports = { defineConstants: { CONFIG: JSON.stringify(hosts) } };`, "src/a.ts": `import Taro from "@tarojs/taro";\nTaro.request({ url: CONFIG.a });\nTaro.request({ url: CONFIG.b });` }, calls: { "src/a.ts:2": "dynamic", "src/a.ts:3": "dynamic" } },
  { name: "vue-cli: a configuration that writes into the environment", files: { ...UNI, "vue.config.js": `process.env.VUE_APP_HOST = "${A}";\nprocess.env["VUE_APP_TEST"] = process.env.NODE_ENV === "production" ? "${A}" : "${B}";\nmodule.exports = {};`, "src/a.ts": `uni.request({ url: process.env.VUE_APP_HOST + "/x" });\nuni.request({ url: process.env.VUE_APP_TEST + "/x" });` }, calls: { "src/a.ts:1": A, "src/a.ts:2": `${A} ${B}` } },
]);
