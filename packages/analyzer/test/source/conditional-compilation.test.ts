import { expect, test } from "vitest";
import { removeDeadRegions } from "../../src/source/conditional-compilation.ts";
import { evaluateCondition } from "../../src/source/directive-condition.ts";

/** The letters that stay: directives are dropped, so that a case reads as a list of what is live. */
const live = (text: string): string =>
  removeDeadRegions(text)
    .replace(/(?:\/\/.*|\/\*.*?\*\/|<!--.*?-->)/g, "")
    .replace(/\s/g, "");

test.each<[text: string, expected: string]>([
  ["// #ifdef MP-WEIXIN\na\n// #endif\nb", "ab"],
  ["// #ifdef H5\na\n// #endif\nb", "b"],
  ["// #ifndef H5\na\n// #endif\nb", "ab"],
  ["// #ifndef MP\na\n// #endif\nb", "b"],
  ["//#ifdef H5\na\n//#endif\nb", "b"],
  ["//   #ifdef   H5 // only the web\na\n//\t#endif // H5\nb", "b"],
  ["/* #ifdef H5 || APP-PLUS */ a /* #endif */ b", "b"],
  ["/* #ifdef H5 || MP */ a /* #endif */ b", "ab"],
  ["<!-- #ifdef H5 --> a <!-- #endif --> b", "b"],
  ["// #ifdef %H5%\na\n// #endif\nb", "b"],
  ["// #IFDEF H5\na\n// #ENDIF\nb", "b"],
  // What can't be known stays on both sides.
  ["// #ifdef VUE3\na\n// #endif\n// #ifndef VUE3\nb\n// #endif", "ab"],
  ["// #ifdef MP-MY-OWN\na\n// #endif", "a"],
  ["// #ifdef H5 && VUE3\na\n// #endif\nb", "b"],
  ["// #ifdef 只在微信\na\n// #endif", "a"],
  // Nesting.
  ["// #ifdef MP\na\n// #ifdef H5\nb\n// #endif\nc\n// #endif\nd", "acd"],
  ["// #ifdef H5\na\n// #ifdef MP\nb\n// #endif\nc\n// #endif\nd", "d"],
  // WeChat's own form, with branches.
  ["// #if MP\na\n// #elif IOS\nb\n// #else\nc\n// #endif\nd", "ad"],
  ["// #if IOS\na\n// #elif ANDROID || MP\nb\n// #else\nc\n// #endif\nd", "bd"],
  ["// #if NATIVE\na\n// #else\nb\n// #endif", "b"],
  ["// #if VUE3\na\n// #else\nb\n// #endif", "ab"],
  ["// #ifdef H5\na\n// #else\nb\n// #endif", "b"],
  // Unbalanced: the code stays.
  ["// #ifdef H5\na", "a"],
  ["a\n// #endif\nb", "ab"],
  ["// #ifdef H5\na\n// #ifdef MP-ALIPAY\nb\n// #endif\nc", "ac"],
  ["/* #ifdef H5\na\n#endif */ b", "/*#ifdefH5a#endif*/b"],
  // No directives.
  ["a // #iffy\nb // #endif", "ab"],
  ["#if H5\na\n#endif", "#ifH5a#endif"],
])("%j keeps %s", (text, expected) => {
  expect(live(text)).toBe(expected);
});

test("keeps length and line breaks", () => {
  const text = "{\r\n// #ifdef H5\r\nbase: '你好😀',\u2029\r\n// #endif\n}";
  const result = removeDeadRegions(text);
  expect(result).toHaveLength(text.length);
  expect(result.replace(/[^\r\n\u2029]/g, "")).toBe("\r\n\r\n\u2029\r\n\n");
  expect(result.indexOf("// #endif")).toBe(text.indexOf("// #endif"));
});

test.each(["/* #if ", "// #ifdef H5 ", "/* #ifdef H5 */", "<!-- #ifdef H5 --> <!-- #endif -->"])(
  "a line of 100,000 times %j is read in one go",
  (piece) => {
    const text = piece.repeat(100_000);
    expect(removeDeadRegions(text)).toHaveLength(text.length);
  },
);

test("a text without directives is returned as it is", () => {
  const text = "const color = '#fff'";
  expect(removeDeadRegions(text)).toBe(text);
});

test.each<[text: string, expected: boolean | undefined]>([
  ["MP", true],
  ["MP-WEIXIN", true],
  ["H5", false],
  ["!H5", true],
  ["!(H5 || MP)", false],
  ["H5 || MP && APP", false],
  ["(H5 || MP) && MP-WEIXIN", true],
  ["MP && uniVersion > 3.9", undefined],
  ["H5 && uniVersion > 3.9", false],
  ["MP || uniVersion >= 3.9.1", true],
  ["VUE3", undefined],
  ["VUE3 && H5", false],
  ["H5 APP", undefined],
  ["(H5", undefined],
  ["H5 ||", undefined],
  ["", undefined],
  ["!".repeat(100_000), undefined],
])("%s is %s", (text, expected) => {
  expect(evaluateCondition(text)).toBe(expected);
});
