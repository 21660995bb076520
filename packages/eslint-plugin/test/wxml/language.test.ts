import "../source-analyzer.ts";
import type { Rule } from "eslint";
import { Linter } from "eslint";
import { describe, expect, test } from "vitest";
import plugin from "../../src/index.ts";

/** Reports every node with its text, so that a table can show what a rule of somebody else sees. */
const everyNode: Rule.RuleModule = {
  create(context) {
    return {
      "Element, Attribute, Text, Comment"(node: Rule.Node) {
        context.report({ node, message: `${node.type} ${context.sourceCode.getText(node)}` });
      },
    };
  },
};

function lint(code: string, reportUnused: "off" | "error" = "off"): string[] {
  const config: Linter.Config = {
    files: ["**/*.wxml"],
    plugins: { "wx-domain": plugin, own: { rules: { "every-node": everyNode } } },
    language: "wx-domain/wxml",
    linterOptions: { reportUnusedDisableDirectives: reportUnused },
    rules: { "own/every-node": "error" },
  };
  return new Linter().verify(code, config, { filename: "a.wxml" }).map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`);
}

test("a rule sees elements, attributes, texts and comments where they stand", () => {
  expect(lint('<view a="1" b>\n  x<!-- c -->\n</view>')).toEqual([
    '1:1 Element <view a="1" b>\n  x<!-- c -->\n</view>',
    '1:7 Attribute a="1"',
    "1:13 Attribute b",
    "1:15 Text \n  x",
    "2:4 Comment <!-- c -->",
    "2:14 Text \n",
  ]);
});

test("lines end as they do in JavaScript", () => {
  expect(lint("<a/>\r\n<b/>\r<c/>").filter((report) => report.includes("Element"))).toEqual(["1:1 Element <a/>", "2:1 Element <b/>", "3:1 Element <c/>"]);
});

test("what nobody closes and what nests deeply is read all the same", () => {
  expect(lint("<view><text>a</view><image").length).toBeGreaterThan(2);
  expect(lint("<view>".repeat(20_000))).toHaveLength(20_000);
});

describe("comments that disable", () => {
  test.each([
    { name: "the next line", code: "<!-- eslint-disable-next-line own/every-node -->\n<a/>\n<b/>", left: ["3:1 Element <b/>"] },
    { name: "this line", code: "<a/><!-- eslint-disable-line -->\n<b/>", left: ["2:1 Element <b/>"] },
    { name: "a region", code: "<!-- eslint-disable own/every-node -- a reason --><a/>\n<!-- eslint-enable own/every-node -->\n<b/>", left: ["3:1 Element <b/>"] },
    { name: "another rule", code: "<!-- eslint-disable-next-line own/other -->\n<b/>", left: ["2:1 Element <b/>"] },
    { name: "prose about it", code: "<!-- see eslint-disable-next-line -->\n<b/>", left: ["2:1 Element <b/>"] },
  ])("$name", ({ code, left }) => {
    expect(lint(code).filter((report) => report.includes("Element"))).toEqual(left);
  });

  test("one that disables nothing is told", () => {
    expect(lint("<!-- eslint-disable-next-line own/every-node -->\n\n<b/>", "error")).toContainEqual(expect.stringMatching(/^1:1 Unused eslint-disable directive/));
  });
});

describe("a tag of several lines", () => {
  const INSECURE = '<image\n  class="logo"\n  src="http://any.com/a.png"\n/>';

  function reports(code: string): string[] {
    const config: Linter.Config = {
      files: ["**/*.wxml"],
      plugins: { "wx-domain": plugin },
      language: "wx-domain/wxml",
      linterOptions: { reportUnusedDisableDirectives: "error" },
      settings: { "wx-domain": { root: import.meta.dirname, domains: {} } },
      rules: { "wx-domain/no-insecure-protocol": "error", "wx-domain/web-view-domain": "error" },
    };
    return new Linter({ cwd: import.meta.dirname })
      .verify(code, config, { filename: `${import.meta.dirname}/a.wxml` })
      .map(({ line, ruleId }) => `${String(line)} ${ruleId ?? "unused"}`);
  }

  test.each([
    { name: "its attribute is what the comment before it means", code: `<!-- eslint-disable-next-line wx-domain/no-insecure-protocol -- why -->\n${INSECURE}`, left: [] },
    { name: "a comment two lines before", code: `<!-- eslint-disable-next-line wx-domain/no-insecure-protocol -->\n\n${INSECURE}`, left: ["1 unused", "5 wx-domain/no-insecure-protocol"] },
    { name: "a comment for another rule", code: `<!-- eslint-disable-next-line wx-domain/web-view-domain -->\n${INSECURE}`, left: ["1 unused", "4 wx-domain/no-insecure-protocol"] },
    { name: "the tag behind it", code: `<!-- eslint-disable-next-line wx-domain/no-insecure-protocol -->\n${INSECURE}\n<image src="http://any.com/a.png"/>`, left: ["6 wx-domain/no-insecure-protocol"] },
  ])("$name", ({ code, left }) => {
    expect(reports(code)).toEqual(left);
  });
});
