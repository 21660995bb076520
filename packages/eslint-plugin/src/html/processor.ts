import type { Linter } from "eslint";
import { scriptsOf } from "./scripts.ts";

/** What a page that speaks to WeChat's browser names in its own scripts. */
const SPEAKS_TO_WECHAT = /\b(?:wx|jWeixin)\s*\.\s*\w|open\.weixin\.qq\.com\//;

/** What a server fills in (PHP, JSP, EJS, Blade, Twig, Smarty): until then it is no JavaScript. */
const FILLED_IN = /<[?%]|\{(?:\{|%|!!)/;

/** How ESLint names what a page is cut into. */
export const CLASSIC_SCRIPT = "page.js";
const MODULE_SCRIPT = "page.mjs";

/**
 * The scripts in an HTML page of WeChat's browser, at their places: `processor: "wx-domain/html"`. Pages that speak to nobody there, and those that
 * a server fills in, are left alone. The other rules of a configuration, which were not made for pages, say nothing.
 */
export const htmlProcessor: Linter.Processor = {
  meta: { name: "wx-domain/html" },
  supportsAutofix: true,
  preprocess(text) {
    if (!SPEAKS_TO_WECHAT.test(text)) return [];
    const { classic, modules } = scriptsOf(text);
    const files = [...(classic === undefined ? [] : [{ text: classic, filename: CLASSIC_SCRIPT }]), ...modules.map((code) => ({ text: code, filename: MODULE_SCRIPT }))];
    return files.filter((file) => SPEAKS_TO_WECHAT.test(file.text) && !FILLED_IN.test(file.text));
  },
  postprocess: (messages) => messages.flat().filter(({ ruleId, fatal }) => fatal === true || ruleId?.startsWith("wx-domain/") === true),
};
