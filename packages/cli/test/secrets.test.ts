import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { DEMO_ACCOUNT, DEMO_PLATFORM } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { BIN, runNode, temporaryFolder, wxDomain } from "./harness.ts";

/** Every secret of a run holds this, in a form that survives no encoding unchanged by accident. */
const MARK = "MARKED";
const SECRET = `${MARK}/app+secret==`;
const TOKEN = `${MARK}-access-token`;

const APP = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: SECRET };
const COMPONENT_TOKEN = `${MARK}-component-token`;
const REFRESH_TOKEN = `${MARK}-refresh-token`;
const OTHERS = { WX_COMPONENT_TOKEN: COMPONENT_TOKEN, WX_REFRESH_TOKEN: REFRESH_TOKEN };

/** What is given, and what the emulator issues in the course of it. */
const ANY_SECRET = /MARKED|emulated-(?:app|authorizer|refresh)-token/i;

/** Servers that repeat what they were told, in every form. */
const LEAKS = (secret: string): string[] => [
  `leak:${secret}`,
  `leak:${encodeURIComponent(secret)}`,
  `leak:access_token=${MARK}-of-somebody-else&x`,
  `redirect:https://other.example/?access_token=${secret}`,
  `redirect:https://${secret}@other.example/`,
];

const FAULTS = [
  "ok",
  ...[-1, 40001, 40125, 40164, 99999].map((code) => `errcode:${String(code)}`),
  ...["hang-before-headers", "hang-after-headers", "cut-off", "truncated", "reset", "status:503", "html", "huge"],
];

const cases = [
  ...[...FAULTS, ...LEAKS(SECRET)].map((fault) => ({ fault, endpoint: "stable_token", env: APP, words: [] })),
  ...[...FAULTS, ...LEAKS(TOKEN), "no-lists", "wrong-shape", "lists-beside-error", "also:coapdomain", `echo-in-list:https://h.cn/${TOKEN}`].map(
    (fault) => ({ fault, endpoint: "getwxadevinfo", env: { WX_ACCESS_TOKEN: TOKEN }, words: ["--json"] }),
  ),
  { fault: "expire-token", endpoint: "getwxadevinfo", env: { WX_TOKEN_COMMAND: `echo ${TOKEN}` }, words: ["--locale", "zh-CN"] },
];

/** Everything that a run left behind, in one text. */
async function tracesOf(words: readonly string[], env: Readonly<Record<string, string>>, files: Readonly<Record<string, string>> = {}): Promise<string> {
  // A keeper's own place, where a refresh token belongs, is outside of what is searched.
  const [folder, home] = await Promise.all([temporaryFolder(), temporaryFolder()]);
  try {
    await Promise.all(Object.entries(files).map(([name, text]) => folder.write(name, text)));
    const run = await wxDomain(words, { cwd: folder.path, env: { HOME: home.path, ...OTHERS, ...env } });
    for (const name of Object.keys(files)) await folder.write(name, "");
    return [run.stdout, run.stderr, ...[...(await folder.all())].flat()].join("\n");
  } finally {
    await Promise.all([folder.remove(), home.remove()]);
  }
}

it.concurrent.each(cases)("$endpoint $fault $words leaves no secret anywhere", async ({ fault, endpoint, env, words }) => {
  const wechat = await startEmulator({ account: { ...DEMO_ACCOUNT, secret: SECRET } });
  // The token that was given is a good one here, so that a call with it gets as far as its fault.
  wechat.tokens.accept(TOKEN);
  wechat.always(endpoint, fault);
  const traces = await tracesOf(["pull", "--endpoint", wechat.url, "--timeout", "0.8", "--verbose", ...words], env);
  await wechat.close();
  expect(traces).not.toBe("");
  expect(traces).not.toMatch(ANY_SECRET);
});

it.concurrent.each([
  { words: ["pull", `--appsecret=${SECRET}`] },
  { words: ["pull", "--token", TOKEN] },
  { words: ["pull", `--${TOKEN}`, "--verbose"], env: { WX_ACCESS_TOKEN: TOKEN } },
  { words: ["pull", "--endpoint", `https://user:${TOKEN}@api.weixin.qq.com`] },
  { words: ["pull", "--endpoint", `http://h.example/?secret=${TOKEN}`] },
  { words: ["pull", "--endpoint", `https://h.example/?secret=${TOKEN}`] },
  { words: ["pull", "--from", `https://user:${TOKEN}@127.0.0.1/`] },
  { words: ["pull", "--from", `https://127.0.0.1:1/lists?signature=${TOKEN}`, "--timeout", "0.5"] },
  { words: ["pull", "--verbose"], env: { WX_TOKEN_COMMAND: `echo ${TOKEN} ${TOKEN}` } },
  { words: ["pull", "--verbose"], env: { WX_TOKEN_COMMAND: `echo ${TOKEN} >&2; exit 1` } },
  { words: ["pull", "--verbose"], env: { WX_ACCESS_TOKEN: `${TOKEN} ${TOKEN}` } },
])("$words leaves no secret anywhere", async ({ words, env = {} }) => {
  const traces = await tracesOf([...words, "--verbose"], env);
  expect(traces).not.toBe("");
  expect(traces).not.toMatch(ANY_SECRET);
});

const PLATFORM = { WX_APPID: DEMO_ACCOUNT.appid, WX_COMPONENT_APPID: DEMO_PLATFORM.appid };
const PLATFORM_FAULTS = [
  "ok",
  "expire-token",
  ...[-1, 40001, 61004, 61023, 9410016, 99999].map((code) => `errcode:${String(code)}`),
  ...["hang-after-headers", "cut-off", "reset", "status:503", "html", "no-lists", "wrong-shape", "duplicate-keys"],
];
const KEPT = { WX_REFRESH_TOKEN_COMMAND: "cat > $HOME/kept" };

/** Every way that a platform's secrets take: command line, the endpoint at fault, and what the environment has besides. */
const WAYS = [
  { words: ["pull", "--source", "authorizer"], endpoint: "api_authorizer_token", env: KEPT, token: REFRESH_TOKEN },
  { words: ["pull", "--source", "authorizer"], endpoint: "api_authorizer_token", env: { WX_REFRESH_TOKEN_COMMAND: `echo ${MARK}; echo ${MARK} >&2; exit 1` }, token: COMPONENT_TOKEN },
  { words: ["pull", "--source", "authorizer"], endpoint: "get_effective_domain", env: KEPT, token: COMPONENT_TOKEN },
  { words: ["pull", "--source", "component", "--json"], endpoint: "api_get_authorizer_info", env: {}, token: COMPONENT_TOKEN },
  { words: ["pull", "--source", "pools"], endpoint: "modify_wxa_server_domain", env: {}, token: COMPONENT_TOKEN },
  { words: ["jump-domain", "add", "m.example.com"], endpoint: "modify_wxa_jump_domain", env: {}, token: COMPONENT_TOKEN },
  { words: ["jump-domain", "get", "--json"], endpoint: "modify_wxa_jump_domain", env: {}, token: COMPONENT_TOKEN },
  { words: ["jump-domain", "confirm-file", "m.invalid"], endpoint: "get_domain_confirmfile", env: {}, token: COMPONENT_TOKEN },
  { words: ["pull", "--accounts", "apps.json"], endpoint: "api_get_authorizer_info", env: {}, token: COMPONENT_TOKEN },
];

const APPS = { "apps.json": JSON.stringify({ source: "component", apps: [{ appid: DEMO_ACCOUNT.appid }] }) };

async function startMarked(): Promise<Emulator> {
  const wechat = await startEmulator({ account: { ...DEMO_ACCOUNT, secret: SECRET }, platform: { token: COMPONENT_TOKEN } });
  wechat.tokens.acceptRefreshToken(REFRESH_TOKEN);
  return wechat;
}

describe.each(WAYS)("$words, $endpoint", ({ words, endpoint, env, token }) => {
  it.concurrent.each([...PLATFORM_FAULTS, ...LEAKS(token), `echo-in-list:https://h.cn/${token}`])("%s leaves no secret anywhere", async (fault) => {
    const wechat = await startMarked();
    wechat.always(endpoint, fault);
    const traces = await tracesOf([...words, "--endpoint", wechat.url, "--timeout", "0.8", "--verbose"], { ...PLATFORM, ...env }, APPS);
    await wechat.close();
    expect(traces).not.toBe("");
    expect(traces).not.toMatch(ANY_SECRET);
  });
});

it.concurrent.each([
  { words: ["jump-domain", "get", "--component-token", COMPONENT_TOKEN] },
  { words: ["jump-domain", "add", `https://${COMPONENT_TOKEN}.example.com`] },
  { words: ["pull", "--source", "cloud", "--from", `https://127.0.0.1:1/f?key=${COMPONENT_TOKEN}`, "--timeout", "0.5"] },
  { words: ["pull", "--accounts", "apps.json"], files: { "apps.json": JSON.stringify({ apps: [{ appid: "wx1", secret: SECRET }] }) } },
  { words: ["pull", "--accounts", "apps.json"], files: { "apps.json": JSON.stringify({ apps: [{ appid: SECRET }] }) } },
  { words: ["pull", "--accounts", "apps.json", "--timeout", "0.5"], files: { "apps.json": JSON.stringify({ source: "token", tokenCommand: `echo ${TOKEN} ${TOKEN}`, apps: [{ appid: "wx1" }] }) } },
  { words: ["pull", "--timeout", "0.5"], env: { WX_ACCESS_TOKEN: TOKEN, HTTPS_PROXY: `http://user:${MARK}-proxy@127.0.0.1:1` } },
  { words: ["pull", "--timeout", "0.5"], env: { WX_ACCESS_TOKEN: TOKEN, HTTPS_PROXY: `user:${MARK}-proxy@127.0.0.1:1` } },
])("$words leaves no secret anywhere", async ({ words, env = {}, files = {} }) => {
  const traces = await tracesOf([...words, "--verbose"], { ...PLATFORM, ...env }, files);
  expect(traces).not.toBe("");
  expect(traces).not.toMatch(ANY_SECRET);
});

describe("what Node writes by itself when a program comes to grief", () => {
  it("a diagnostic report has no secret in it", async () => {
    const [wechat, folder] = await Promise.all([startMarked(), temporaryFolder()]);
    wechat.always("stable_token", "hang-before-headers");
    const child = spawn(process.execPath, ["--report-on-signal", "--report-filename=report.json", BIN, "pull", "--endpoint", wechat.url, "--timeout", "3"], {
      cwd: folder.path,
      env: { PATH: process.env["PATH"], HTTPS_PROXY: `http://user:${MARK}-proxy@127.0.0.1:1`, ...OTHERS, ...APP },
      stdio: "ignore",
    });
    const ended = once(child, "close");
    while (wechat.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGUSR2");
    await ended;
    const report = (await folder.read("report.json")) ?? "";
    await Promise.all([wechat.close(), folder.remove()]);
    expect(report).toContain('"environmentVariables"');
    expect(report).not.toMatch(ANY_SECRET);
  });

  it("an error that nobody caught is printed without the secret that it quotes", async () => {
    const wechat = await startMarked();
    wechat.always("stable_token", "hang-before-headers");
    // As soon as the command listens: not sooner, however slow the machine.
    const program = `const t=setInterval(()=>{if(process.listenerCount("uncaughtException")>0){clearInterval(t);throw new Error("of ${SECRET}")}},10)`;
    const traces = await tracesOf(["pull", "--endpoint", wechat.url, "--verbose"], { ...APP, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(program)}` });
    await wechat.close();
    expect(traces).toContain("something unforeseen happened (of ***)");
    expect(traces).not.toMatch(ANY_SECRET);
  });
});

it("the lists of a linter's configuration", async () => {
  const wechat = await startMarked();
  wechat.always("stable_token", `leak:${SECRET}`);
  const folder = await temporaryFolder();
  await folder.write("wx-domains.json", '{"requestdomain":[]}');
  await folder.write("live.mjs", `import { liveDomains } from "${new URL("../../loader/dist/index.js", import.meta.url).href}";
console.log(await liveDomains({ snapshot: "wx-domains.json", endpoint: "${wechat.url}" }));
`);
  const run = await runNode(["live.mjs"], { cwd: folder.path, env: { ...OTHERS, ...APP } });
  const traces = [run.stdout, run.stderr, ...[...(await folder.all())].flat()].join("\n");
  await Promise.all([wechat.close(), folder.remove()]);
  expect(run.code).toBe(0);
  expect(traces).toContain("what is ***?");
  expect(traces).not.toMatch(ANY_SECRET);
});
