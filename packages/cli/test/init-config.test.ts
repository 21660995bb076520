import { expect, test } from "vitest";
import { extendFlat } from "../src/init/flat-config.ts";
import { extendJson, extendScript } from "../src/init/legacy-config.ts";
import { extendYaml } from "../src/init/yaml-config.ts";

const IMPORT = 'import wxDomain from "eslint-plugin-wx-domain";';
const ENTRY = "...wxDomain.project({ root: import.meta.dirname }),";
const LEGACY = "plugin:wx-domain/legacy-recommended";

type Case = readonly [name: string, before: string, after: string | undefined];

test.each<Case>([
  ["an array", 'import js from "@eslint/js";\n\nexport default [\n  js.configs.recommended,\n];\n', `import js from "@eslint/js";\n${IMPORT}\n\nexport default [\n  ${ENTRY}\n  js.configs.recommended,\n];\n`],
  ["an array in one line", "export default [{ rules: {} }];\n", `${IMPORT}\n\nexport default [${ENTRY} { rules: {} }];\n`],
  ["an empty array", "export default [];\n", `${IMPORT}\n\nexport default [\n  ${ENTRY}\n];\n`],
  ["a constant with a type", 'import type { Linter } from "eslint";\nconst config: Linter.Config[] = [\n  { rules: {} },\n];\nexport default config;\n', `import type { Linter } from "eslint";\n${IMPORT}\nconst config: Linter.Config[] = [\n  ${ENTRY}\n  { rules: {} },\n];\nexport default config;\n`],
  ["satisfies", "export default [\n  { rules: {} },\n] satisfies Linter.Config[];\n", `${IMPORT}\n\nexport default [\n  ${ENTRY}\n  { rules: {} },\n] satisfies Linter.Config[];\n`],
  ["defineConfig with an array", 'import { defineConfig } from "eslint/config";\nexport default defineConfig([\n\t{ rules: {} },\n]);\n', `import { defineConfig } from "eslint/config";\n${IMPORT}\nexport default defineConfig([\n\t${ENTRY}\n\t{ rules: {} },\n]);\n`],
  ["typescript-eslint's config", 'import ts from "typescript-eslint";\nexport default ts.config(\n  // first\n  ts.configs.recommended,\n);\n', `import ts from "typescript-eslint";\n${IMPORT}\nexport default ts.config(\n  ${ENTRY}\n  // first\n  ts.configs.recommended,\n);\n`],
  ["Vue's defineConfigWithVueTs", 'import { a } from "a"\n\nexport default defineConfigWithVueTs(\n  {\n    files: [],\n  },\n  a,\n)\n', `import { a } from "a"\n${IMPORT}\n\nexport default defineConfigWithVueTs(\n  ${ENTRY}\n  {\n    files: [],\n  },\n  a,\n)\n`],
  ["an import of several lines", 'import {\n  a,\n} from "a";\nexport default [a];\n', `import {\n  a,\n} from "a";\n${IMPORT}\nexport default [${ENTRY} a];\n`],
  ["CommonJS", "const js = require('@eslint/js');\nmodule.exports = [js.configs.recommended];\n", `const js = require('@eslint/js');\nconst wxDomain = require("eslint-plugin-wx-domain");\nmodule.exports = [...wxDomain.project({ root: __dirname }), js.configs.recommended];\n`],
  ["a type in a comment, which stays with the list", "// @ts-check\n/** @type {import('eslint').Linter.Config[]} */\nexport default [\n  {},\n];\n", `// @ts-check\n${IMPORT}\n\n/** @type {import('eslint').Linter.Config[]} */\nexport default [\n  ${ENTRY}\n  {},\n];\n`],
  ["a list in a comment is none", "// export default [\nexport default [{}];\n", `// export default [\n${IMPORT}\n\nexport default [${ENTRY} {}];\n`],
  ["Windows' line breaks", "export default [\r\n  {},\r\n];\r\n", `${IMPORT}\r\n\r\nexport default [\r\n  ${ENTRY}\r\n  {},\r\n];\r\n`],
  ["a function that takes options first", 'import antfu from "@antfu/eslint-config";\n\nexport default antfu({\n  vue: true,\n});\n', `import antfu from "@antfu/eslint-config";\n${IMPORT}\n\nexport default antfu({\n  vue: true,\n}, ${ENTRY.slice(0, -1)});\n`],
  ["the same with configurations behind them", 'import uni from "@uni-helper/eslint-config";\nexport default uni(\n  { unocss: true },\n  { rules: {} }, // ours\n);\n', `import uni from "@uni-helper/eslint-config";\n${IMPORT}\nexport default uni(\n  { unocss: true },\n  { rules: {} }, // ours\n  ${ENTRY}\n);\n`],
  ["a function that makes the list", 'import ours from "./ours.js";\nexport default ours({ vue: true });\n', undefined],
  ["a list from elsewhere", 'import config from "./base.js";\nexport default config;\n', undefined],
  ["broken code", "export default [", undefined],
])("flat: %s", (_name, before, after) => {
  expect(extendFlat(before)).toBe(after);
});

test.each<Case>([
  ["a list", "module.exports = {\n  extends: [\n    'a',\n    'b',\n  ],\n};\n", `module.exports = {\n  extends: [\n    'a',\n    'b',\n    '${LEGACY}',\n  ],\n};\n`],
  ["a list whose last item has a comment", "module.exports = {\n  extends: [\n    'a', // ours\n  ],\n};\n", `module.exports = {\n  extends: [\n    'a', // ours\n    '${LEGACY}',\n  ],\n};\n`],
  ["a list whose last item has a comment and no comma", "module.exports = {\n  extends: [\n    'a' // ours\n  ],\n};\n", `module.exports = {\n  extends: [\n    'a', // ours\n    '${LEGACY}'\n  ],\n};\n`],
  ["a list in one line", 'module.exports = { extends: ["a"] };', `module.exports = { extends: ["a", "${LEGACY}"] };`],
  ["an empty list", "module.exports = { root: 'x', extends: [] };", `module.exports = { root: 'x', extends: ['${LEGACY}'] };`],
  ["a name", "module.exports = {\n  extends: 'a',\n};", `module.exports = {\n  extends: ['a', '${LEGACY}'],\n};`],
  ["nothing that it extends but in a comment, as DevTools' template has it", "module.exports = {\n  env: { es6: true },\n  // extends: 'eslint:recommended',\n  rules: {},\n}\n", `module.exports = {\n  extends: ['${LEGACY}'],\n  env: { es6: true },\n  // extends: 'eslint:recommended',\n  rules: {},\n}\n`],
  ["only parts of it extend something", "module.exports = {\n  overrides: [{ files: ['*.ts'], extends: ['a'] }],\n}\n", `module.exports = {\n  extends: ['${LEGACY}'],\n  overrides: [{ files: ['*.ts'], extends: ['a'] }],\n}\n`],
  ["nothing at all", "module.exports = {};", `module.exports = { extends: ["${LEGACY}"] };`],
  ["defineConfig", "const { defineConfig } = require('x');\nmodule.exports = defineConfig({ extends: ['a'] });", `const { defineConfig } = require('x');\nmodule.exports = defineConfig({ extends: ['a', '${LEGACY}'] });`],
  ["a list from elsewhere", "module.exports = { extends: base };", undefined],
  ["a configuration from elsewhere", "module.exports = require('x');", undefined],
])("eslintrc in JavaScript: %s", (_name, before, after) => {
  expect(extendScript(before)).toBe(after);
});

test.each<Case>([
  ["a list", '{\n  "extends": ["a"]\n}\n', `{\n  "extends": ["a", "${LEGACY}"]\n}\n`],
  ["comments above, as Taro's template has them", '// ESLint\n{\n  "extends": ["taro/vue3"]\n}\n', `// ESLint\n{\n  "extends": ["taro/vue3", "${LEGACY}"]\n}\n`],
  ["a name", '{ "extends": "a" }\n', `{ "extends": ["a", "${LEGACY}"] }\n`],
  ["none", '{ "root": true }\n', `{ "extends": ["${LEGACY}"], "root": true }\n`],
  ["none, in lines", '{\n\t"root": true\n}\n', `{\n\t"extends": ["${LEGACY}"],\n\t"root": true\n}\n`],
  ["a byte order mark", '\uFEFF{ "root": true }', `\uFEFF{ "extends": ["${LEGACY}"], "root": true }`],
  ["broken", "{", undefined],
])("eslintrc in JSON: %s", (_name, before, after) => {
  expect(extendJson(before)).toBe(after);
});

test.each<Case>([
  ["a list", "root: true\nextends:\n  - a\n  - b\nrules: {}\n", `root: true\nextends:\n  - a\n  - b\n  - ${LEGACY}\nrules: {}\n`],
  ["a list without indentation", "extends:\n- a\nrules: {}\n", `extends:\n- a\n- ${LEGACY}\nrules: {}\n`],
  ["comments and quotes stay", "# ours\nextends:\n    - 'a' # first\n\n# rules\nrules:\n    semi: 2\n", `# ours\nextends:\n    - 'a' # first\n    - ${LEGACY}\n\n# rules\nrules:\n    semi: 2\n`],
  ["a list at the end, without a line break", "extends:\n  - a", `extends:\n  - a\n  - ${LEGACY}`],
  ["a list in brackets", "extends: [a, 'b'] # x\n", `extends: [a, 'b', "${LEGACY}"] # x\n`],
  ["an empty list", "extends: []\n", `extends: ["${LEGACY}"]\n`],
  ["a name", "extends: eslint:recommended # base\nroot: true\n", `extends: [eslint:recommended, "${LEGACY}"] # base\nroot: true\n`],
  ["a quoted name", 'extends: "a"\n', `extends: ["a", "${LEGACY}"]\n`],
  ["none", "---\n# ours\nroot: true\n", `---\n# ours\nextends:\n  - ${LEGACY}\nroot: true\n`],
  ["none, in braces", "{ root: true }\n", `{ extends: ["${LEGACY}"], root: true }\n`],
  ["only parts of it extend something", "overrides:\n  - files: '*.ts'\n    extends: a\n", `extends:\n  - ${LEGACY}\noverrides:\n  - files: '*.ts'\n    extends: a\n`],
  ["an empty file", "# later\n", `# later\nextends:\n  - ${LEGACY}\n`],
  ["Windows' line breaks", "extends:\r\n  - a\r\nroot: true\r\n", `extends:\r\n  - a\r\n  - ${LEGACY}\r\nroot: true\r\n`],
  ["an alias", "x: &x [a]\nextends: *x\n", undefined],
  ["an anchor", "extends: &x a\nother: *x\n", undefined],
  ["no mapping", "- a\n", undefined],
  ["broken", "a: [\n", undefined],
])("eslintrc in YAML: %s", (_name, before, after) => {
  expect(extendYaml(before)).toBe(after);
});
