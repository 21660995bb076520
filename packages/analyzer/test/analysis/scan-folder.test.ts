import { expect, test } from "vitest";
import { scan } from "../../src/analysis/scan.ts";
import { memoryFiles } from "../../src/memory-files.ts";

const FILES = {
  "/repo/package.json": `{"private":true}`,
  "/repo/apps/shop/app.json": "{}",
  "/repo/apps/shop/package.json": `{"dependencies":{"@x/api":"workspace:*","lib":"1"}}`,
  "/repo/apps/shop/page.js": `import { get } from "../../packages/api/index.js";\nimport { send } from "lib";\nget("/x"); send("https://lib.example.com");`,
  "/repo/apps/shop/node_modules/lib/package.json": `{"main":"index.js"}`,
  "/repo/apps/shop/node_modules/lib/index.js": `exports.send = (url) => wx.request({ url });`,
  "/repo/packages/api/index.js": `export const get = (path) => wx.request({ url: "https://api.example.com" + path });\nexport const unused = () => wx.request({ url: "https://b.example.com" });`,
};

test.each<[name: string, folder: string, expected: readonly string[]]>([
  ["of an app alone: calls in the packages that it shares with others are its own", "/repo/apps/shop", ["/repo/packages/api/index.js https://api.example.com", "/repo/packages/api/index.js https://b.example.com"]],
  ["with a slash at its end", "/repo/apps/shop/", ["/repo/packages/api/index.js https://api.example.com", "/repo/packages/api/index.js https://b.example.com"]],
  ["of a folder that nothing is imported from", "/repo/packages", ["/repo/packages/api/index.js https://api.example.com", "/repo/packages/api/index.js https://b.example.com"]],
])("a scan %s", (_name, folder, expected) => {
  expect(scan(folder, memoryFiles(FILES)).calls.map(({ file, origins }) => `${file} ${origins.join(" ")}`)).toEqual(expected);
});

test.each<[name: string, files: Readonly<Record<string, string>>, from: string]>([
  [".env", { "/repo/.env": "# of the shop\nTITLE=Shop\n\nAPI=https://a.example.com\n" }, "/repo/.env:4"],
  ["a .env with Windows' line breaks", { "/repo/.env": 'TITLE="a\r\nb"\r\nAPI=https://a.example.com\r\n' }, "/repo/.env:3"],
  ["a build's configuration", { "/repo/vite.config.js": "export default {\n  define: {\n    'process.env.API': JSON.stringify('https://a.example.com'),\n  },\n};" }, "/repo/vite.config.js:3"],
])("a value of %s is said to stand on its own line", (_name, files, from) => {
  const program = { "/repo/app.json": "{}", "/repo/a.js": "\n\n\n\n\nwx.request({ url: process.env.API + '/x' });", ...files };
  const [call] = scan("/repo", memoryFiles(program)).calls;
  expect(call?.values.flatMap((value) => value.from.map(({ file, line }) => `${file}:${String(line)}`))).toEqual([from]);
});
