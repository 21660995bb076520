/**
 * How long a reader of the playground waits from a keystroke to the findings on a program of 20 files, in a Chromium of this machine; and from
 * opening the page to the first ones. Needs the built site: `pnpm --filter @wx-domain/docs build`.
 */
import { register } from "node:module";
import { cpus, type as system } from "node:os";

register("./work/strip-types.js", import.meta.url);
const { startBrowser } = await import("../playground/chromium.ts");
const { openPlayground } = await import("../playground/open.ts");
const { serve } = await import("../playground/serve.ts");
const { hashOf } = await import("../../docs/playground/state/link.ts");

const WARM_UP = 20;
const ROUNDS = 100;
const PAGES = 12;
const SERVICES = 5;

/** A page that hands a path to a service, with some code that is none of the rules' business. */
const page = (/** @type {number} */ n) => `import { list, save } from "../services/service${String(n % SERVICES)}";

const STATES = ["new", "paid", "sent", "done"];

Page({
  data: { items: [], state: STATES[0], total: 0 },
  async onLoad({ id }) {
    const items = await list("/v${String(n)}/items?id=" + id);
    this.setData({ items: items.map((item) => ({ ...item, price: (item.cents / 100).toFixed(2) })) });
  },
  onTap({ currentTarget: { dataset } }) {
    const total = this.data.items.reduce((sum, { cents, count }) => sum + cents * count, 0);
    this.setData({ state: STATES[dataset.state] ?? STATES[0], total });
    return save("/v${String(n)}/items", { total });
  },
});
`;

const service = (/** @type {number} */ n) => `import { request } from "../request";

export const list = (path) => request({ url: "/service${String(n)}" + path });

export const save = (path, data) => request({ url: "/service${String(n)}" + path, method: "POST", data });
`;

const files = {
  "app.js": "App({});\n",
  "app.json": '{ "pages": ["pages/page0"] }\n',
  "request.js": 'const BASE = "https://api.example.com";\n\nexport function request({ url, ...options }) {\n  return wx.request({ url: BASE + url, ...options });\n}\n',
  ...Object.fromEntries(Array.from({ length: SERVICES }, (_, n) => [`services/service${String(n)}.js`, service(n)])),
  ...Object.fromEntries(Array.from({ length: PAGES }, (_, n) => [`pages/page${String(n)}.js`, page(n)])),
};
if (Object.keys(files).length !== 20) throw new Error("The program is said to have 20 files.");

const hash = await hashOf({
  files: { ...files, "wx-domains.json": '{ "requestdomain": ["https://api.example.com"] }\n' },
  open: "request.js",
  pageOrigins: [],
});

/** Runs in the page: notes the time of each keystroke, and that of the first frame with the findings of what it made. */
const WATCH = `
  globalThis.waits = [];
  let pressed;
  addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
  new MutationObserver(([{ target }]) => {
    if (target.dataset.current !== "true") return;
    requestAnimationFrame(() => waits.push(performance.now() - pressed));
  }).observe(document.querySelector(".playground"), { attributeFilter: ["data-current"] });`;

/**
 * @param {readonly number[]} sorted
 * @param {number} part
 */
const quantile = (sorted, part) => `${(sorted[Math.floor(sorted.length * part)] ?? NaN).toFixed(0)} ms`;

const site = await serve();
const browser = await startBrowser();
try {
  const opened = performance.now();
  const reader = await openPlayground({ site, browser }, { hash });
  const first = performance.now() - opened;
  await reader.expectFindings([]);
  await reader.source.focus();
  await reader.page.keyboard.press("ControlOrMeta+Home");
  await reader.page.keyboard.press("End");
  for (let step = 0; step < 2; step++) await reader.page.keyboard.press("ArrowLeft");
  await reader.page.evaluate(WATCH);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    if (round === WARM_UP) await reader.page.evaluate("waits.length = 0");
    const isWrong = round % 2 === 0;
    await reader.page.keyboard.press(isWrong ? "n" : "Backspace");
    await reader.expectFindings(isWrong ? ["request.js no-unlisted-domain"] : []);
  }
  await reader.page.waitForFunction(`waits.length >= ${String(ROUNDS)}`);
  const waits = (await reader.page.evaluate("waits")).toSorted((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  const [cpu] = cpus();
  console.log(`     ${String(cpus().length)} × ${cpu?.model ?? "unknown"}, ${system()}, Chromium ${browser.version()}`);
  console.log(`     from the keystroke to the frame with the findings, 20 files: median ${quantile(waits, 0.5)}, of 20 keystrokes 19 within ${quantile(waits, 0.95)}`);
  console.log(`     from opening the page to the first findings: ${first.toFixed(0)} ms`);
} finally {
  await browser.close();
  await site.close();
}
