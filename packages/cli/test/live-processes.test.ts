import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { DEMO_ACCOUNT } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { runNode, temporaryFolder, type Folder } from "./harness.ts";

/** As an app has it installed. */
const LOADER = new URL("../../loader/dist/index.js", import.meta.url).href;
const PLUGIN = new URL("../../eslint-plugin/dist/entry.js", import.meta.url).href;
const ESLINT = fileURLToPath(new URL("../../../node_modules/eslint/bin/eslint.js", import.meta.url));

const CREDENTIALS = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret };
const OLD = '{ "requestdomain": ["https://old.example.com"] }';

let wechat: Emulator;
let folder: Folder;
beforeEach(async () => {
  [wechat, folder] = await Promise.all([startEmulator(), temporaryFolder()]);
  await folder.write("live.mjs", `import { liveDomains } from "${LOADER}";\nexport const lists = await liveDomains({ snapshot: "wx-domains.json", endpoint: "${wechat.url}", timeout: 5 });\n`);
  await folder.write("print.mjs", `import { lists } from "./live.mjs";\nconsole.log(JSON.stringify(lists));\n`);
});
afterEach(async () => {
  wechat.assertHarmless();
  await Promise.all([wechat.close(), folder.remove()]);
});

const run = (words: readonly string[], env: Readonly<Record<string, string>> = CREDENTIALS) => runNode(words, { cwd: folder.path, env });

it("many processes ask WeChat once, and leave one good snapshot", { timeout: 30_000 }, async () => {
  await folder.write("wx-domains.json", OLD);
  const runs = await Promise.all(Array.from({ length: 8 }, () => run(["print.mjs"])));
  expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
  expect(runs[0]?.stdout).toContain("https://login.example.com:8443");
  expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(runs.map(() => ({ code: 0, stderr: "" })));
  expect(wechat.calls.map((call) => call.endpoint)).toEqual(["stable_token", "getwxadevinfo"]);
  expect([...(await folder.all()).keys()].sort()).toEqual(["live.mjs", "node_modules/.cache/wx-domain/wx-domains.json.checked", "print.mjs", "wx-domains.json"]);
});

it("a process that is killed while it asks holds nobody up", { timeout: 30_000 }, async () => {
  await folder.write("wx-domains.json", OLD);
  wechat.plan("getwxadevinfo", "hang-before-headers");
  const victim = spawn(process.execPath, ["print.mjs"], { cwd: folder.path, env: { PATH: process.env["PATH"], ...CREDENTIALS } });
  const ended = once(victim, "close");
  while (wechat.calls.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
  victim.kill("SIGKILL");
  await ended;
  expect(await folder.read("node_modules/.cache/wx-domain/wx-domains.json.lock")).toBeDefined();
  const { code, stdout, stderr } = await run(["print.mjs"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain("https://login.example.com:8443");
  expect(await folder.read("node_modules/.cache/wx-domain/wx-domains.json.lock")).toBeUndefined();
});

it("a peer that is silent ends with the deadline, and the process with it", { timeout: 30_000 }, async () => {
  await folder.write("wx-domains.json", OLD);
  await folder.write("live.mjs", `import { liveDomains } from "${LOADER}";\nexport const lists = await liveDomains({ snapshot: "wx-domains.json", endpoint: "${wechat.url}", timeout: 0.4 });\n`);
  wechat.always("stable_token", "hang-after-headers");
  const { code, stdout, stderr } = await run(["print.mjs"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '{"requestdomain":["https://old.example.com"]}\n' });
  expect(stderr).toMatch(/^wx-domain: "wx-domains\.json", of unknown age, is used as it is/);
});

const CONFIG = `import wxDomain from "${PLUGIN}";\nimport { lists } from "./live.mjs";\nexport default wxDomain.project({ root: import.meta.dirname, domains: lists });\n`;

it.each([
  { what: "lints with what was fetched", fault: "ok", code: 1, said: 0, reported: "https://old.example.com" },
  { what: "says once, for all its workers, that the snapshot is old", fault: "errcode:40125", code: 1, said: 1, reported: "https://api.example.com" },
])("ESLint with several threads $what", { timeout: 60_000 }, async ({ fault, code, said, reported }) => {
  wechat.always("stable_token", fault);
  await folder.write("wx-domains.json", OLD);
  await folder.write("eslint.config.mjs", CONFIG);
  await folder.write("package.json", "{}");
  await folder.write("app.json", '{ "pages": ["p0"] }');
  for (let index = 0; index < 6; index++) {
    await folder.write(`p${String(index)}.js`, 'wx.request({ url: "https://old.example.com/" });\nwx.request({ url: "https://api.example.com/" });\n');
  }
  const lint = await run([ESLINT, ".", "--concurrency", "2"]);
  expect(lint.code).toBe(code);
  expect(lint.stdout.match(/wx-domain\/no-unlisted-domain/g)).toHaveLength(6);
  expect(lint.stdout).toContain(`"${reported}/" is not in the request domain list`);
  expect(lint.stderr.match(/is used as it is/g) ?? []).toHaveLength(said);
  expect(wechat.calls.filter((call) => call.endpoint === "stable_token")).toHaveLength(1);
});
