import type { MarkdownRenderer } from "vitepress";

const HAN = /\p{Script=Han}/u;
const FULL_WIDTH = /[\u3001-\u303F\uFF01-\uFF60]/;

/** A line's end is a blank to Markdown. Chinese has none, nor is there one beside a full-width sign: lines of its pages are joined without. */
export function chineseLines(markdown: MarkdownRenderer): void {
  markdown.core.ruler.push("chinese-lines", ({ tokens, env }) => {
    const { relativePath } = env as { readonly relativePath?: string };
    if (relativePath?.startsWith("zh/") !== true) return;
    for (const children of tokens.map((token) => token.children ?? [])) {
      for (const [place, token] of children.entries()) {
        if (token.type !== "softbreak") continue;
        const before = children.slice(0, place).findLast(({ content }) => content !== "")?.content.at(-1) ?? "";
        const after = children.slice(place + 1).find(({ content }) => content !== "")?.content.at(0) ?? "";
        if (FULL_WIDTH.test(before) || FULL_WIDTH.test(after) || (HAN.test(before) && HAN.test(after))) token.type = "text";
      }
    }
  });
}
