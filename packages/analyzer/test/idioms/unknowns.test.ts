import { expect, test } from "vitest";
import { scan } from "../../src/analysis/scan.ts";
import { memoryFiles } from "../../src/memory-files.ts";
import { repository } from "./idiom.ts";

interface Case {
  readonly name: string;
  readonly code: string;
  /** Of `code`; a.js unless it is another. */
  readonly file?: string;
  readonly beside?: Readonly<Record<string, string>>;
  /** The cause of the first hole of each value that is not known. */
  readonly causes: readonly string[];
}

const CASES: readonly Case[] = [
  { name: "page options", code: `Page({ onLoad(options) { wx.request({ url: options.url }) } });`, causes: ["page-option"] },
  { name: "page options, destructured", code: `Page({ onLoad({ url }) { wx.request({ url }) } });`, causes: ["page-option"] },
  { name: "launch options", code: `App({ onLaunch(options) { wx.request({ url: options.query.url }) } });`, causes: ["page-option"] },
  { name: "an event's dataset", code: `Page({ tap(e) { wx.downloadFile({ url: e.currentTarget.dataset.url }) } });`, causes: ["event"] },
  { name: "an event's detail", code: `Component({ methods: { tap(e) { wx.downloadFile({ url: e.detail.url }) } } });`, causes: ["event"] },
  { name: "a server's response in a callback", code: `wx.request({ url: "https://a.example.com", success(res) { wx.downloadFile({ url: res.data.url }) } });`, causes: ["server-response"] },
  { name: "what the page of a component file is opened with", file: "a.vue", code: `<script>\nexport default { data() { return { params: {} } }, onLoad(event) { this.params = event; uni.request({ url: this.params.url }) } };\n</script>`, causes: ["page-option"] },
  { name: "what the page of a script setup is opened with", file: "a.vue", code: `<script setup>\nimport { onLoad } from "@dcloudio/uni-app";\nonLoad((options) => { uni.request({ url: options.url }) });\n</script>`, causes: ["page-option"] },
  { name: "a server's response by a promise", code: `async function f() { const res = await wx.request({ url: "https://a.example.com" }); wx.downloadFile({ url: res.data.url }) } f();`, causes: ["server-response"] },
  { name: "a cloud function's result", code: `wx.cloud.callFunction({ name: "x" }).then((res) => { wx.request({ url: res.result.url }) });`, causes: ["server-response"] },
  { name: "what the person chooses", code: `wx.chooseImage({ success(res) { wx.uploadFile({ url: res.tempFilePaths[0] }) } });`, causes: ["platform-result"] },
  { name: "storage", code: `wx.request({ url: wx.getStorageSync("base") });`, causes: ["storage"] },
  { name: "storage, later", code: `wx.getStorage({ key: "base", success: (res) => { wx.request({ url: res.data }) } });`, causes: ["storage"] },
  { name: "a component's property", code: `Component({ properties: { src: String }, attached() { wx.downloadFile({ url: this.data.src }) } });`, causes: ["component-property"] },
  { name: "a module that is not there", code: `import { base } from "./secret"; wx.request({ url: base });`, causes: ["module-not-found"] },
  { name: "a module that is no program", code: `import { base } from "./broken"; wx.request({ url: base });`, beside: { "broken.js": "export const base = ;" }, causes: ["module-unreadable"] },
  { name: "an undeclared name", code: `wx.request({ url: BASE });`, causes: ["undeclared-global"] },
  { name: "an app that is not there", code: `wx.request({ url: getApp().globalData.base });`, causes: ["platform-result"] },
  { name: "a call without a URL", code: `wx.request();`, causes: ["no-url"] },
];

test.each(CASES)("$name", ({ code, file = "a.js", beside, causes }) => {
  const calls = scan("/repo", memoryFiles(repository({ [file]: code, ...beside }))).calls;
  const holes = calls.flatMap(({ values }) =>
    values.flatMap(({ origin }) => (origin.kind === "unknown" || origin.kind === "partial" ? [origin.holes[0]?.cause] : [])),
  );
  expect(holes).toEqual(causes);
});
