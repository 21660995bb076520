import { expect, test } from "vitest";
import { hasDecorators } from "../../src/source/decorators.ts";

test.each<[has: boolean, text: string]>([
  [true, "@connect(({ user }) => ({ user }))\nexport default class extends Component {}"],
  [true, "@observer\r\nclass Page extends Component {}"],
  [true, "@inject('store') @observer class Page {}"],
  [true, "export default @observer class Page {}"],
  [true, "class Store {\n  @observable count = 0;\n}"],
  [true, "class Store {\n  @action.bound add() {}\n}"],
  [true, "class Store {\n  @computed get total() {}\n}"],
  [false, "class Page {}"],
  [false, "/**\n * @param {string} url\n * @deprecated\n */\nclass Page {}"],
  [false, 'import x from "@tarojs/taro";\nclass Page { mail = "a@b.c" }'],
  [false, "/*\n @param url what is asked\n*/\nfunction ask(url) {}"],
])("%s: %s", (has, text) => {
  expect(hasDecorators(text)).toBe(has);
});
