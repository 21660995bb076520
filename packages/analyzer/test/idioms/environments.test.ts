import { one, testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";
const UNI = { "manifest.json": "{}", "pages.json": "{}", "package.json": `{"dependencies":{"@dcloudio/uni-app":"1"}}` };

// Build modes, platforms and release stages.
testIdioms([
  one("envVersion", `const { miniProgram: { envVersion } } = wx.getAccountInfoSync(); const HOSTS = { develop: "${A}", trial: "${A}", release: "${B}" };`, "HOSTS[envVersion]", "A B"),
  one("envVersion in a switch with a default that can't be taken", `let base; switch (wx.getAccountInfoSync().miniProgram.envVersion) { case "develop": case "trial": base = "${A}"; break; case "release": base = "${B}"; break; default: base = "https://never.example.com" }`, "base", "A B"),
  one("__wxConfig", `const base = __wxConfig.envVersion === "release" ? "${B}" : "${A}";`, "base", "A B"),
  one("NODE_ENV", `const base = process.env.NODE_ENV === "development" ? "${A}" : "${B}";`, "base", "A B"),
  { name: "#ifdef of uni-app", files: { ...UNI, "a.js": `let base;\n// #ifdef H5\nbase = "https://h5.example.com";\n// #endif\n// #ifdef MP-WEIXIN\nbase = "${A}";\n// #endif\nuni.request({ url: base });` }, calls: { "a.js:8": A } },
  { name: "#ifdef VUE3: a program of Vue 3", files: { ...UNI, "manifest.json": `{"vueVersion":"3"}`, "pages/a.vue": `<script>\nexport default {\n  // #ifdef VUE2\n  beforeDestroy() {\n  // #endif\n  // #ifdef VUE3\n  beforeUnmount() {\n  // #endif\n    uni.request({ url: "${A}" });\n  },\n};\n</script>` }, calls: { "pages/a.vue:9": A } },
  { name: "#ifdef VUE3: a program of Vue 2", files: { ...UNI, "a.js": `let base;\n// #ifndef VUE3\nbase = "${A}";\n// #endif\n// #ifdef VUE3\nbase = "${B}";\n// #endif\nuni.request({ url: base });` }, calls: { "a.js:8": A } },
  { name: "#ifndef in an object", files: { ...UNI, "a.js": `const config = {\n  // #ifndef MP-WEIXIN\n  base: "/api",\n  // #endif\n  // #ifdef MP\n  base: "${A}",\n  // #endif\n};\nuni.request({ url: config.base });` }, calls: { "a.js:9": A } },
  { name: ".env files of Vite", files: { ...UNI, ".env.development": `VITE_BASE=${A}`, ".env.production": `VITE_BASE=${B}`, "a.js": `uni.request({ url: import.meta.env.VITE_BASE + "/x" });` }, calls: { "a.js:1": `${A} ${B}` } },
  { name: "Taro's defineConstants", files: { "package.json": `{"dependencies":{"@tarojs/taro":"3"}}`, "config/index.js": `module.exports = { defineConstants: { BASE: '"${A}"' } };`, "src/app.config.ts": "", "src/app.tsx": "", "src/a.ts": `import Taro from "@tarojs/taro";\nTaro.request({ url: BASE });` }, calls: { "src/a.ts:2": A } },
  { name: "defines of the settings", files: { "a.js": `wx.request({ url: process.env.API });` }, calls: { "a.js:1": A }, settings: { defines: { "process.env.API": A } } },
  one("an environment that nobody sets", "", "process.env.API", "dynamic"),
  { name: "getExtConfigSync", files: { "ext.json": `{"extEnable":true,"extAppid":"wx1","ext":{"host":"${A}"}}`, "a.js": `const ext = wx.getExtConfigSync();\nwx.request({ url: ext.host + "/x" });\nwx.request({ url: ext.other });` }, calls: { "a.js:2": `${A} dynamic`, "a.js:3": "dynamic" } },
  one("getExtConfigSync without ext.json", `const ext = wx.getExtConfigSync ? wx.getExtConfigSync() : {}; const base = ext.host || "${A}";`, "base", "A dynamic"),
  { name: "Vite's envDir", files: { ...UNI, "vite.config.js": `import { defineConfig } from "vite";\nimport path from "path";\nexport default defineConfig({ envDir: path.resolve(__dirname, "config/envs") });`, "config/envs/.env": `VITE_BASE=${A}`, "a.js": `uni.request({ url: import.meta.env.VITE_BASE + "/x" });` }, calls: { "a.js:1": A } },
  { name: "a compile-time name that TypeScript is told of", files: { "a.ts": `declare const API: string;\nwx.request({ url: API + "/x" });` }, calls: { "a.ts:2": A }, settings: { defines: { API: A } } },
  { name: "the platform's objects, declared", files: { "a.ts": `declare const wx: any;\ndeclare var uni: any;\ndeclare namespace Taro { function request(options: object): void }\nexport declare const other: string;\nwx.request({ url: "${A}" });\nuni.request({ url: "${B}" });` }, calls: { "a.ts:5": A, "a.ts:6": B } },
]);
