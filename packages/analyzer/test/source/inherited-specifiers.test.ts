import { expect, test } from "vitest";
import { inheritedSpecifiers } from "../../src/source/inherited-specifiers.ts";

test.each<[what: string, text: string, specifiers: readonly string[]]>([
  ["a mixin", `import Base from "./Base.vue"; import Row from "./Row.vue"; export default { mixins: [Base], components: { Row } };`, ["./Base.vue"]],
  ["one of several", `import a from "./a"; import b from './b';\nimport c from "./c"; export default { mixins: [a, b] };`, ["./a", "./b"]],
  ["a component that is extended", `import Base from "./Base.vue"; export default { extends: Base };`, ["./Base.vue"]],
  ["a class that is extended", `import wepy from "wepy"; import Row from "./Row"; export default class extends wepy.page { components = { Row }; }`, ["wepy"]],
  ["mixins of class components", `import Vue from "vue"; import Base from "./Base.vue"; import { Mixins } from "vue-property-decorator"; export default class extends Mixins(Base) {}`, ["./Base.vue", "vue-property-decorator"]],
  ["a name within braces, and under another name", `import { A as B, C } from "./many"; export default { mixins: [B] };`, ["./many"]],
  ["what is required", `const Base = require("./Base.vue"); module.exports = { mixins: [Base] };`, ["./Base.vue"]],
  ["none", `import Row from "./Row.vue"; export default { components: { Row } };`, []],
])("%s", (_what, text, specifiers) => {
  expect([...inheritedSpecifiers(text)]).toEqual(specifiers);
});
