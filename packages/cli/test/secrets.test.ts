import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_ACCOUNT } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain } from "./harness.ts";

/** Every secret of a run holds this, in a form that survives no encoding unchanged by accident. */
const MARK = "MARKED";
const SECRET = `${MARK}/app+secret==`;
const TOKEN = `${MARK}-access-token`;

let wechat: Emulator;
beforeAll(async () => {
  wechat = await startEmulator({ account: { ...DEMO_ACCOUNT, secret: SECRET } });
});
afterAll(() => wechat.close());

const APP = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: SECRET };
const OTHERS = { WX_COMPONENT_TOKEN: `${MARK}-component`, WX_REFRESH_TOKEN: `${MARK}-refresh` };

const FAULTS = [
  "ok",
  ...[-1, 40001, 40013, 40125, 40164, 42001, 43002, 45009, 48001, 61004, 85301, 89503, 99999].map((code) => `errcode:${String(code)}`),
  `leak:${SECRET}`,
  `leak:${TOKEN}`,
  `leak:${encodeURIComponent(SECRET)}`,
  "leak:access_token=MARKED-unknown&x",
  `redirect:https://other.example/?access_token=${TOKEN}`,
  `redirect:https://${TOKEN}@other.example/`,
  ...["hang-before-headers", "hang-after-headers", "cut-off", "truncated", "reset", "status:503", "html", "empty"],
  ...["json-array", "no-lists", "wrong-shape", "odd-errcode", "huge", "also:coapdomain", "lists-beside-error"],
  `echo-in-list:https://${TOKEN.toLowerCase()}.example.com/${TOKEN}`,
];

const cases = FAULTS.flatMap((fault) => [
  { fault, endpoint: "stable_token", env: APP, words: [] },
  { fault, endpoint: "getwxadevinfo", env: { WX_ACCESS_TOKEN: TOKEN }, words: ["--json"] },
  { fault, endpoint: "getwxadevinfo", env: { WX_TOKEN_COMMAND: `echo ${TOKEN}` }, words: ["--locale", "zh-CN"] },
]);

/** Everything that a run left behind, in one text. */
async function tracesOf(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  try {
    const run = await wxDomain(words, { cwd: folder.path, env: { ...OTHERS, ...env } });
    return [run.stdout, run.stderr, ...[...(await folder.all())].flat()].join("\n");
  } finally {
    await folder.remove();
  }
}

it.each(cases)("$endpoint $fault $words leaves no secret anywhere", async ({ fault, endpoint, env, words }) => {
  wechat.always(endpoint, fault);
  const traces = await tracesOf(["pull", "--endpoint", wechat.url, "--timeout", "0.8", "--verbose", ...words], env);
  wechat.always(endpoint, "ok");
  expect(traces).not.toBe("");
  expect(traces).not.toMatch(/MARKED/i);
});

it.each([
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
  expect(traces).not.toMatch(/MARKED/i);
});
