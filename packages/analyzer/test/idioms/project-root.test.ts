import { testIdioms } from "./idiom.ts";

const A = "https://a.example.com";
const B = "https://b.example.com";

// Point 2: where a project's configuration lies.
testIdioms([
  {
    name: "uni-app: a package.json in src, which is not the project's",
    files: {
      "package.json": `{"devDependencies":{"@dcloudio/vue-cli-plugin-uni":"2"}}`,
      "vue.config.js": `module.exports = {};`,
      ".env": `VUE_APP_BASE=${A}\n`,
      ".env.production": `VUE_APP_BASE=${B}\n`,
      "src/package.json": `{"id":"a-market-plugin","uni-app":{"scripts":{}}}`,
      "src/manifest.json": "{}",
      "src/pages.json": "{}",
      "src/http.js": `const base = process.env.VUE_APP_BASE;\nuni.request({ url: base + "/x" });`,
    },
    calls: { "src/http.js:2": `${A} ${B}` },
  },
]);
