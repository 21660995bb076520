import { expect, it } from "vitest";
import { DEMO_ACCOUNT } from "../../../test/emulator/account.js";
import { startEmulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain } from "./harness.ts";

/** Every secret of a run holds this, in a form that survives no encoding unchanged by accident. */
const MARK = "MARKED";
const SECRET = `${MARK}/app+secret==`;
const TOKEN = `${MARK}-access-token`;

const APP = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: SECRET };
const OTHERS = { WX_COMPONENT_TOKEN: `${MARK}-component`, WX_REFRESH_TOKEN: `${MARK}-refresh` };

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
async function tracesOf(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  try {
    const run = await wxDomain(words, { cwd: folder.path, env: { ...OTHERS, ...env } });
    return [run.stdout, run.stderr, ...[...(await folder.all())].flat()].join("\n");
  } finally {
    await folder.remove();
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
  expect(traces).not.toMatch(/MARKED/i);
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
  expect(traces).not.toMatch(/MARKED/i);
});
