import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_ACCOUNT } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

const CREDENTIALS = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret };

/** Deliberately not how the command would write it: an intact file keeps its user's own layout. */
const SNAPSHOT = `{ "appid": "${DEMO_ACCOUNT.appid}",\n\n   "requestdomain": ["https://old.example.com"] }`;

let wechat: Emulator;
let folder: Folder;
beforeAll(async () => {
  wechat = await startEmulator();
});
afterAll(() => wechat.close());
beforeEach(async () => {
  folder = await temporaryFolder();
  await folder.write("wx-domains.json", SNAPSHOT);
});
afterEach(async () => {
  wechat.assertHarmless();
  await folder.remove();
});

const pull = (words: readonly string[] = [], env: Readonly<Record<string, string>> = CREDENTIALS): Promise<Run> =>
  wxDomain(["pull", "--endpoint", wechat.url, ...words], { cwd: folder.path, env });

async function expectRefused(run: Run, code: number, sentence: string | RegExp): Promise<void> {
  expect(run).toMatchObject({ code, stdout: "" });
  expect(run.stderr).toMatch(sentence);
  expect(run.stderr).toMatch(/^wx-domain: .+\n$/);
  expect([...(await folder.all())]).toEqual([["wx-domains.json", SNAPSHOT]]);
}

describe("a failed fetch: exit 3, one sentence, the snapshot intact to the byte", () => {
  it.each([
    { endpoint: "stable_token", fault: "errcode:40125", says: "the AppSecret is wrong (errcode 40125" },
    { endpoint: "stable_token", fault: "errcode:40013", says: "there is no such AppID (errcode 40013" },
    { endpoint: "stable_token", fault: "errcode:40001", says: "the AppSecret does not belong to this AppID" },
    { endpoint: "stable_token", fault: "errcode:40164", says: "Add 203.0.113.20 to the IP allow list" },
    { endpoint: "stable_token", fault: "html", says: "an HTML page" },
    { endpoint: "stable_token", fault: "no-lists", says: "stable_token gave no token" },
    { endpoint: "getwxadevinfo", fault: "errcode:40164", says: "rid 64e5d2d0-18b1978d-6abec211" },
    { endpoint: "getwxadevinfo", fault: "errcode:48001", says: "this API is not granted to the account" },
    { endpoint: "getwxadevinfo", fault: "errcode-text:45009", says: "resets at 0:00 Beijing time" },
    { endpoint: "getwxadevinfo", fault: "errcode:45011", says: "Try again in a minute" },
    { endpoint: "getwxadevinfo", fault: "errcode:-1", says: "the system is busy" },
    { endpoint: "getwxadevinfo", fault: "errcode:12345", says: 'errcode 12345 "an error that no document names' },
    { endpoint: "getwxadevinfo", fault: "expire-token", says: "the access token has expired" },
    { endpoint: "getwxadevinfo", fault: "lists-beside-error", says: "errcode 85301" },
    { endpoint: "getwxadevinfo", fault: "hang-before-headers", says: "did not answer in time", timeout: 0.7 },
    { endpoint: "getwxadevinfo", fault: "hang-after-headers", says: "did not answer in time", timeout: 0.7 },
    { endpoint: "getwxadevinfo", fault: "drip", says: "did not answer in time", timeout: 0.7 },
    { endpoint: "getwxadevinfo", fault: "cut-off", says: "connection to 127.0.0.1:" },
    { endpoint: "getwxadevinfo", fault: "reset", says: "connection to 127.0.0.1:" },
    { endpoint: "getwxadevinfo", fault: "truncated", says: "text that is not JSON, or is cut off" },
    { endpoint: "getwxadevinfo", fault: "status:503", says: "HTTP 503" },
    { endpoint: "getwxadevinfo", fault: "status:404", says: "HTTP 404" },
    { endpoint: "getwxadevinfo", fault: "redirect:https://other.example/x?access_token=1", says: "redirect to other.example, which is not followed" },
    { endpoint: "getwxadevinfo", fault: "html", says: "an HTML page" },
    { endpoint: "getwxadevinfo", fault: "empty", says: "an empty body" },
    { endpoint: "getwxadevinfo", fault: "json-array", says: "JSON that is not an object" },
    { endpoint: "getwxadevinfo", fault: "no-lists", says: "holds no domain list at all" },
    { endpoint: "getwxadevinfo", fault: "wrong-shape", says: "requestdomain is not an array of strings" },
    { endpoint: "getwxadevinfo", fault: "odd-errcode", says: "an errcode that is not a number" },
    { endpoint: "getwxadevinfo", fault: "duplicate-keys", says: 'JSON that has "requestdomain" twice' },
    { endpoint: "getwxadevinfo", fault: "huge", says: "larger than 1048576 bytes" },
    { endpoint: "getwxadevinfo", fault: "errcode:40234", says: "API signing" },
    { endpoint: "getwxadevinfo", fault: "errcode:40235", says: "API encryption" },
    { endpoint: "getwxadevinfo", fault: "errcode:61004", says: "Add 203.0.113.24 to the platform's allow list" },
    { endpoint: "stable_token", fault: "hang-before-headers", says: "did not answer in time", timeout: 0.7 },
    { endpoint: "stable_token", fault: "redirect:/elsewhere", says: "redirect to another address, which is not followed" },
    { endpoint: "stable_token", fault: "huge", says: "larger than 1048576 bytes" },
  ])("$endpoint $fault: $says", async ({ endpoint, fault, says, timeout = 20 }) => {
    wechat.always(endpoint, fault);
    const run = await pull(["--timeout", String(timeout)]);
    wechat.always(endpoint, "ok");
    await expectRefused(run, 3, new RegExp(says.replaceAll(/[.()"]/g, "\\$&")));
  });

  it("a peer that is not there", async () => {
    const gone = await startEmulator();
    await gone.close();
    await expectRefused(await pull(["--endpoint", gone.url]), 3, /ECONNREFUSED/);
  });

  it("a token command that fails", async () => {
    await expectRefused(await pull([], { WX_TOKEN_COMMAND: "exit 7" }), 3, /WX_TOKEN_COMMAND ended with exit code 7/);
  });

  it("in Chinese", async () => {
    wechat.always("stable_token", "errcode:40125");
    const run = await pull(["--locale", "zh-CN"]);
    wechat.always("stable_token", "ok");
    await expectRefused(run, 3, /微信拒绝了 stable_token：AppSecret 错误（errcode 40125，rid .+）。请检查 WX_APPSECRET/);
  });
});

describe("wrong settings: exit 2, one sentence, nothing sent, the snapshot intact to the byte", () => {
  it.each<{ words: string[]; env?: Record<string, string>; says: RegExp }>([
    { words: [], env: {}, says: /Nothing says where the lists come from: set WX_APPID and WX_APPSECRET.*开发管理 → 开发设置.*IP 白名单/ },
    { words: [], env: { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: "" }, says: /The AppSecret is missing: set WX_APPSECRET in the environment; it is at mp\.weixin\.qq\.com → 开发管理 → 开发设置 → 开发者 ID\.\n/ },
    { words: ["--source", "app"], env: { WX_APPSECRET: "x" }, says: /The AppID is missing: .*开发管理 → 开发设置/ },
    { words: ["--source", "token"], says: /needs a token: set WX_ACCESS_TOKEN/ },
    { words: ["--source", "vault"], says: /--source is one of app, token, authorizer, component, cloud, container, file/ },
    { words: ["--source", "file"], says: /add --from lists\.json/ },
    { words: ["--source", "app", "--from", "x.json"], says: /--from goes with --source file or cloud/ },
    { words: ["--appid", "wxother"], says: /--appid says "wxother" and WX_APPID says/ },
    { words: ["--endpoint", "http://api.weixin.qq.com"], says: /must be https/ },
    { words: ["--endpoint", "api"], says: /is not a URL/ },
    { words: ["--timeout", "0"], says: /--timeout is a number of seconds/ },
    { words: ["--timeout", "soon"], says: /--timeout is a number of seconds/ },
    { words: ["--timeout"], says: /--timeout needs a value/ },
    { words: ["--dry-run=yes"], says: /--dry-run takes no value/ },
    { words: ["wx-domains.json"], says: /put the file after --out or --from/ },
    { words: ["--appsecret", "x"], says: /--appsecret is refused: a secret on a command line is seen/ },
    { words: ["--access-token=x"], says: /--access-token is refused/ },
    { words: ["--nothing"], says: /There is no option --nothing; this command takes --appid/ },
    { words: ["--locale", "fr"], says: /--locale is en or zh-CN/ },
    { words: ["--from", "none.json"], says: /There is no file "none\.json"/ },
    { words: ["--from", "."], says: /"\." can't be read \(EISDIR\)/ },
  ])("$words $env: $says", async ({ words, env = CREDENTIALS, says }) => {
    const before = wechat.calls.length;
    await expectRefused(await pull(words, env), 2, says);
    expect(wechat.calls.length).toBe(before);
  });

  it("a snapshot of another app", async () => {
    const before = wechat.calls.length;
    const run = await pull([], { ...CREDENTIALS, WX_APPID: "wxother" });
    await expectRefused(run, 2, /"wx-domains\.json" belongs to the app wx0123456789abcdef, but the lists of wxother were asked for/);
    expect(wechat.calls.length).toBe(before);
  });
});

describe("bad files: exit 2, the file and the place, nothing overwritten", () => {
  it.each([
    { file: "out.json", text: "{ <<<<<<< HEAD", says: /out\.json/ },
    { file: "out.json", text: '{ "requestdomain": "https://a.cn" }', says: /out\.json.*requestdomain/ },
    { file: "out.json", text: '{ "reqestdomain": [] }', says: /out\.json.*reqestdomain.*requestdomain/ },
  ])("the snapshot holds $text", async ({ file, text, says }) => {
    await folder.write(file, text);
    const run = await pull(["--out", file]);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(says);
    expect(await folder.read(file)).toBe(text);
  });

  it.each([
    { text: "no json", says: /lists\.json: What it holds is text that is not JSON/ },
    { text: '{"errcode":40001,"errmsg":"invalid credential"}', says: /lists\.json: .*errcode 40001/ },
    { text: '{"requestdomain":[1]}', says: /lists\.json: .*requestdomain\[0\]/ },
    { text: '{"webdomain":[]}', says: /lists\.json: .*"webdomain" is no domain list/ },
    { text: '{"errcode":0}', says: /lists\.json: It holds no domain list at all/ },
  ])("--from holds $text", async ({ text, says }) => {
    await folder.write("lists.json", text);
    const run = await wxDomain(["pull", "--from", "lists.json"], { cwd: folder.path });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(says);
    expect(await folder.read("wx-domains.json")).toBe(SNAPSHOT);
  });

  it("a folder that is not there", async () => {
    await expectRefused(await pull(["--out", "no/where.json"]), 2, /"no\/where\.json" can't be written \(ENOENT\)/);
  });
});
