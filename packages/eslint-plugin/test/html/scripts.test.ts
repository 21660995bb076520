import { expect, test } from "vitest";
import { scriptsOf } from "../../src/html/scripts.ts";

/** Runs of blanks as one, so that a row can be read; the lengths are compared apart. */
const shown = (code: string | undefined): string | undefined => code?.replaceAll(/ +/g, " ").trim();

test.each([
  { name: "no script", page: "<p>wx.config</p>", classic: undefined, modules: [] },
  { name: "one", page: "<head>\n<script>\nwx.ready(go)\n</script>", classic: "wx.ready(go)\n;", modules: [] },
  { name: "several share one scope", page: "<script>var a = 1</script><p>b</p><script type='text/javascript'>(c)</script>", classic: "var a = 1; (c);", modules: [] },
  { name: "a script of another file", page: '<script src="a.js">old()</script><script>b()</script>', classic: "b();", modules: [] },
  { name: "a module of its own", page: '<script type="module">a()</script><script type=module>b()</script>', classic: undefined, modules: ["a();", "b();"] },
  { name: "data and templates", page: '<script type="application/json">{}</script><script type="text/html"><p></script>', classic: undefined, modules: [] },
  { name: "what is commented out", page: "<!-- <script>a()</script> --><script>b()</script>", classic: "b();", modules: [] },
  { name: "an attribute with a bracket", page: '<script data-a="x > y">a()</script>', classic: "a();", modules: [] },
  { name: "capitals", page: "<SCRIPT>a()</SCRIPT >", classic: "a();", modules: [] },
  { name: "an empty script", page: "<script></script>", classic: ";", modules: [] },
])("$name", ({ page, classic, modules }) => {
  const found = scriptsOf(page);
  expect(shown(found.classic)).toBe(classic);
  expect(found.modules.map(shown)).toEqual(modules);
  for (const code of [found.classic ?? page, ...found.modules]) expect(code).toHaveLength(page.length);
});
