import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { columnsOf, wrap } from "../../src/scan/table/lines.ts";
import { temporaryFolder, wxDomain, type Run } from "../harness.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/scan/", import.meta.url));

const table = (words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  wxDomain(["scan", ...words], { cwd: FIXTURES, env });

const NATIVE = `request domain list (request 合法域名)
  ✗ https://forgotten.example.org  not in the list
      1 call: utils/request.js:6
      written in pages/index/index.js:7
      way: utils/request.js:6 ← pages/index/index.js:7
  ✓ https://api.example.com
      1 call: utils/request.js:6
      written in config.js:2
  - no known use: https://retired.example.com

socket domain list (socket 合法域名)
  ✓ wss://push.example.com:8443
      1 call: pages/index/index.js:8
      written in config.js:4

uploadFile domain list (uploadFile 合法域名)
  ✗ http://upload.example.com
      wrong protocol; nearest entry: https://upload.example.com
      1 call: pages/album/album.js:6
      written in config.js:3

downloadFile domain list (downloadFile 合法域名)
  no known origin
  - no known use: https://images.example.com (1 call that can't be determined
    may need it)

Can't be determined
  ? pages/album/album.js:9  wx.downloadFile
      the module "../../hosts.local" is not in the repository
        (pages/album/album.js:2): …/album.zip

Third-party code, not judged
  libs/qqmap-wx-jssdk.min.js  1 call
      https://apis.map.example.net

1 file was not analysed (--verbose lists them).

Changes to make in the console, in this order
  1. mp.weixin.qq.com → 开发管理 → 开发设置 → 服务器域名: all fields in one
     save, which is one of the 50 changes of a month (5 under the older rule).
     request domain list (request 合法域名) (+1; the whole field):
https://api.example.com;https://apis.map.example.net;https://retired.example.com;https://forgotten.example.org
  2. When no version is in use any more that needs them, take out what the code
     doesn't use (mp.weixin.qq.com → 开发管理 → 开发设置 → 服务器域名).
     request domain list (request 合法域名) (-1; the whole field):
https://api.example.com;https://apis.map.example.net;https://forgotten.example.org

4 network calls in 3 files.
1 origin missing, 1 call with a URL that no list can allow, 1 call can't be
determined.
`;

it("tells by list what is used, missing and unused, then what isn't known", async () => {
  expect(await table(["native"])).toEqual({ code: 1, stdout: NATIVE, stderr: "" });
});

it("is Chinese where Chinese is asked for", async () => {
  const { stdout } = await table(["native", "--locale", "zh-CN"]);
  for (const text of ["未配置", "未发现使用：https://retired.example.com", "项目中找不到模块 “../../hosts.local”", "缺少 1 个域名"]) {
    expect(stdout).toContain(text);
  }
  expect(stdout).not.toMatch(/[a-z]+ (?:of|the|is|in) /);
});

it("fits 80 columns", async () => {
  for (const locale of ["en", "zh-CN"]) {
    const { stdout } = await table(["native", "--verbose", "--locale", locale]);
    // But for the text of a field, which is copied in one piece.
    expect(stdout.split("\n").filter((line) => columnsOf(line) > 80 && !/^https:\/\/[^ ]+$/.test(line))).toEqual([]);
  }
});

it("--verbose tells every way from a call to its text", async () => {
  const { stdout } = await table(["native", "--verbose"]);
  expect(stdout).toContain("way: utils/request.js:6 ← pages/index/index.js:6 ← config.js:2");
});

it("pages in web-views and redirects stand beside the network calls, with the page of the console that each belongs to", async () => {
  const { code, stdout } = await table(["web"]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/✗ https:\/\/help\.example\.com .*\n {6}1 call: pages\/help\/help\.wxml:1\n {6}written in pages\/help\/help\.js:2\n/);
  expect(stdout).toMatch(/1\. mp\.weixin\.qq\.com → 开发管理 → 开发设置 → 业务域名, one domain at a[^]*\(\+2\):\nhelp\.example\.com\nnews\.example\.org\n/);
  expect(stdout).toMatch(/2\. .*设置与开发[^]*\(\+1\):\nm\.example\.com\n/);
});

it("--verbose names the files that gave nothing", async () => {
  const { stdout } = await table(["native", "--verbose"]);
  expect(stdout).toMatch(/Not analysed\n {2}libs\/broken\.js\n {6}can't be parsed: /);
});

it("says so when all is in order", async () => {
  const { code, stdout } = await table(["two-apps"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/2 network calls in 2 files\.\nEvery known origin is covered\.\n$/);
});

it("claims nothing about unknown lists, says first that they are, and last what the mark means", async () => {
  const { code, stdout, stderr } = await table(["uni"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^There is no uni.wx-domains\.json, so every list is unknown and nothing can fail:\nin the project/);
  expect(stdout).toMatch(/\n2 origins not compared \(·: the list is unknown\)\.\n$/);
  expect(stdout).toContain("request domain list (request 合法域名)  (list unknown)\n  · https://api.example.com\n");
  expect(stdout).not.toMatch(/covered|✓|✗|missing/);
});

it.each([
  { name: "a pipe", env: {}, coloured: false },
  { name: "FORCE_COLOR", env: { FORCE_COLOR: "1" }, coloured: true },
  { name: "NO_COLOR over FORCE_COLOR", env: { FORCE_COLOR: "1", NO_COLOR: "1" }, coloured: false },
])("colour with $name: $coloured, the text the same", async ({ env, coloured }) => {
  const { stdout } = await table(["native"], env);
  expect(stdout.includes("\u001b[")).toBe(coloured);
  expect(stdout.replaceAll(/\u001b\[\d+m/g, "")).toBe(NATIVE);
});

it.each([
  { name: "words", text: `${"word ".repeat(20)}end`, lines: 2 },
  { name: "Chinese, two columns a character", text: "域名，".repeat(30), lines: 3 },
  { name: "an origin longer than a line", text: `https://${"a".repeat(90)}.example.com`, lines: 1 },
])("wraps $name", ({ text, lines }) => {
  const wrapped = wrap(text, "    ");
  expect(wrapped).toHaveLength(lines);
  expect(wrapped.map((line) => line.trim()).join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  for (const line of wrapped) expect(line.trimStart()).not.toMatch(/^[，。]/);
});

it("a URL that is refused whatever its host is has a reason for the host, too", async () => {
  const folder = await temporaryFolder();
  await folder.write("app.json", "{}");
  await folder.write("a.js", 'wx.connectSocket({ url: "ws://" + wx.getStorageSync("host") + ":9999/x" });\nwx.request({ url: HOST + "/x" });');
  const { stdout } = await wxDomain(["scan"], { cwd: folder.path });
  expect(stdout).toContain("a.js:1  wx.connectSocket\n      it is read from storage: ws://…:9999/x");
  expect(stdout).toContain('nothing in the program declares "HOST": …/x');
  await folder.remove();
});

it("an undeclared name is to be looked for where it is first used", async () => {
  const folder = await temporaryFolder();
  await folder.write("app.json", "{}");
  await folder.write("a.js", "// HOSTS\n\nconst base = HOST;\nexport const send = () =>\n  wx.request({ url: base });");
  expect((await wxDomain(["scan"], { cwd: folder.path })).stdout).toMatch(/nothing in the program declares "HOST" \(a\.js:3\)/);
  await folder.remove();
});
