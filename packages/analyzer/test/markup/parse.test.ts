import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMarkup, type MarkupDocument, type MarkupNode } from "@wx-domain/analyzer";

/** The tree as one line: elements as `name(children)`, attributes as `[name=value]`, texts that are not blank in quotes, comments as `!value`. */
function drawn(node: MarkupDocument | MarkupNode): string {
  if (node.type === "Text") return node.value.trim() === "" ? "" : JSON.stringify(node.value.trim());
  if (node.type === "Comment") return `!${node.value.trim()}`;
  const children = node.children.map(drawn).filter((text) => text !== "").join(" ");
  if (node.type === "Document") return children;
  const attributes = node.attributes.map(({ name, value }) => `[${name}${value === undefined ? "" : `=${value.text}`}]`);
  return `${node.name}${attributes.join("")}${children === "" ? "" : `(${children})`}`;
}

describe("what the text holds", () => {
  test.each([
    ["elements in elements", "<view><text>a</text><text/></view>", 'view(text("a") text)'],
    ["quotes of either kind, and none", `<a b="1" c='2' d=3 e>x</a>`, 'a[b=1][c=2][d=3][e]("x")'],
    ["spaces and line breaks around an equals sign", `<a\r\n  b = "1"\r\n  c\r\n  =\r\n  '2'\r\n/>`, "a[b=1][c=2]"],
    ["attributes without a space between", `<a b="1"c='2'/>`, "a[b=1][c=2]"],
    ["values over several lines", '<a b="1;\n  2"/>', "a[b=1;\n  2]"],
    ["one kind of quotes within the other", `<a b="it's" c='"'/>`, `a[b=it's][c="]`],
    ["a value that is empty", `<a b="" c=''/><d e=>x</d>`, 'a[b=][c=] d[e=]("x")'],
    ["tags in capitals, dots and colons", "<View><Foo.Bar/><u--input/><wx:if/></View>", "View(Foo.Bar u--input wx:if)"],
    ["names of attributes as Vue has them", `<a :b="c" @d.once="e" #f="{ g }" v-on:[h]="i" wx:if="j"/>`, "a[:b=c][@d.once=e][#f={ g }][v-on:[h]=i][wx:if=j]"],
    ["a slash that closes after a value without quotes", "<a b=c/><d e=http://f/g /><h i=http://j/ k/>", "a[b=c] d[e=http://f/g] h[i=http://j/][k]"],
    ["comments", "<a><!-- <b/> --></a><!---->", "a(!<b/>) !"],
    ["a comment in a tag, as #ifdef is written in uni-app", `<a <!-- #ifdef H5 --> :b="c" <!-- #endif --> d="e">f</a>`, 'a[:b=c][d=e]("f")'],
    ["declarations", '<?xml version="1.0"?><!DOCTYPE html><a/>', "a"],
    ["a byte order mark", "\uFEFF<a/>", "a"],
    ["entities as they are written", '<a b="&lt;&amp;">&nbsp;x</a>', 'a[b=&lt;&amp;]("&nbsp;x")'],
  ])("%s", (_what, text, expected) => {
    expect(drawn(parseMarkup(text))).toBe(expected);
  });
});

describe("code in markup", () => {
  test.each([
    ["less-than in a text's expression", "<a>{{ b<c && d </e }}</a><f/>", 'a("{{ b<c && d </e }}") f'],
    ["less-than in a value", '<a b="{{ c<d }}"/><e/>', "a[b={{ c<d }}] e"],
    ["an expression without quotes around it", "<a b={{ c > d ? 'e f' : g }} h=x{{ i }}y/><j/>", "a[b={{ c > d ? 'e f' : g }}][h=x{{ i }}y] j"],
    ["braces in an expression", "<a>{{ {b: {c: 1 }} }}</a><d/>", 'a("{{ {b: {c: 1 }} }}") d'],
    ["an expression that has no end yet", "<a>{{ b <c/> {{ d < e }}</a><f/>", 'a("{{ b" c "{{ d < e }}") f'],
    ["braces that nothing closes", "<a>{{ b</a><c/>", 'a("{{ b") c'],
    ["the body of wxs", '<wxs module="m">var t = "</a><b>"; if (1<2 && {{x}}) {}</wxs><c/>', `wxs[module=m](${JSON.stringify('var t = "</a><b>"; if (1<2 && {{x}}) {}')}) c`],
    ["wxs from a file", '<wxs src="./m.wxs" module="m"/><a/>', "wxs[src=./m.wxs][module=m] a"],
    ["a body of wxs without end", "<wxs>if (a<b) {", 'wxs("if (a<b) {")'],
  ])("%s", (_what, text, expected) => {
    expect(drawn(parseMarkup(text))).toBe(expected);
  });
});

describe("a text that is being typed", () => {
  test.each([
    ["an element that nothing closes ends with its parent", "<a><b><c></a><d/>", "a(b(c)) d"],
    ["an element that nothing closes ends with the text", "<a><b>c", 'a(b("c"))'],
    ["closing tags of what is not open", "</a><b></c></b></d>", "b"],
    ["a closing tag with a space, or without its end", "<a></a ><b></b<c/>", "a b c"],
    ["a tag without its end before the next", '<a b="1" <c d="2"/>', "a[b=1](c[d=2])"],
    ["a tag without its end before a closing one", "<a><b c</a><d/>", "a(b[c]) d"],
    ["a tag that the text ends in", "<a/><b c=", "a b[c=]"],
    ["a value that the text ends in", '<a b="c', "a[b=c]"],
    ["a quote too few", '<a b="c><d e="f"/><g/>', 'a[b=c><d e=][f"] g'],
    ["a quote too many", '<a b="c""><d/></a>', 'a[b=c]["](d)'],
    ["less-than that begins no tag", "<a>1 < 2 <3 <= 4 <</a><b/>", 'a("1 < 2 <3 <= 4 <") b'],
    ["a comment that nothing closes", "<a/><!-- <b/>", "a !<b/>"],
    ["no text", "", ""],
  ])("%s", (_what, text, expected) => {
    expect(drawn(parseMarkup(text))).toBe(expected);
  });
});

/** Everything of a tree, each with what holds it. */
function* within(holder: MarkupDocument | MarkupNode): Generator<readonly [MarkupDocument | MarkupNode, MarkupNode]> {
  if (holder.type !== "Document" && holder.type !== "Element") return;
  for (const child of holder.children) {
    yield [holder, child];
    yield* within(child);
  }
}

const PIECES = ["<", ">", "/", "</", "<a", "<b ", "<wxs", "</wxs>", "</a>", "/>", "<!--", "-->", "=", '"', "'", "{{", "}}", " ", "\r\n", "a", "src", "\uFEFF", "域", "😀"];

test("spans lie within each other, follow each other, and hold what the tree says", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      const ends = new Map<unknown, number>();
      for (const [holder, node] of within(parseMarkup(text))) {
        expect(node.start).toBeGreaterThanOrEqual(Math.max(holder.start, ends.get(holder) ?? 0));
        expect(node.end).toBeGreaterThan(node.start);
        expect(node.end).toBeLessThanOrEqual(holder.end);
        ends.set(holder, node.end);
        if (node.type === "Text") expect(text.slice(node.start, node.end)).toBe(node.value);
        if (node.type !== "Element") continue;
        expect(text.startsWith(`<${node.name}`, node.start)).toBe(true);
        for (const { name, value, start, end } of node.attributes) {
          expect(text.slice(start, start + name.length)).toBe(name);
          if (value !== undefined) expect([text.slice(value.start, value.end), value.end <= end]).toEqual([value.text, true]);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

describe("a long text of one kind is read to its end", () => {
  test.each(["<a>", "</a>", "<a", "{{", "{{ <", "<!--", '<a b="', "<a b={{", "<wxs>", "< ", "<a/ ", "<a <!-- "])("%s", (piece) => {
    expect(parseMarkup(piece.repeat(20_000)).end).toBe(piece.length * 20_000);
  }, 60_000);
});
