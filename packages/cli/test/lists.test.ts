import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DEMO_PLATFORM } from "../../../test/emulator/account.js";
import { startEmulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const lists = (...words: string[]): Promise<Run> => wxDomain(["lists", ...words], { cwd: folder.path });

const GOOD = { requestdomain: ["https://api.example.com", "https://login.example.com:8443"], bizdomain: ["www.example.com"] };
const POOL = {
  published_wxa_jump_h5_domain: "example.com",
  testing_wxa_jump_h5_domain: "example.com;new.example.org",
  published_wxa_server_domain: "api.example.com;login.example.com",
  testing_wxa_server_domain: ["api.example.com", "login.example.com", "next.example.com"],
};

describe("validate", () => {
  it.each<{ what: string; file: unknown; pool?: unknown; code: number; says: RegExp }>([
    { what: "a good file", file: GOOD, code: 0, says: /^No fault in a\.json\.\n$/ },
    { what: "an unknown list", file: {}, code: 0, says: /No fault/ },
    { what: "an entry without scheme", file: { requestdomain: ["api.example.com"] }, code: 1, says: /✗ The entry "api\.example\.com" of the request domain list .* has no scheme[^]*\n1 fault in a\.json\.\n/ },
    { what: "two faults", file: { requestdomain: ["https://10.0.0.1", "https://a.com/x"] }, code: 1, says: /IP address[^]*more than an origin[^]*2 faults/ },
    { what: "a public suffix", file: { bizdomain: ["com.cn"] }, code: 1, says: /public suffix/ },
    { what: "too many", file: { udpdomain: Array.from({ length: 201 }, (_, index) => `udp://h${String(index)}.cn`) }, code: 1, says: /udp domain list .* takes: 200/ },
    { what: "all in the pool", file: GOOD, pool: POOL, code: 0, says: /No fault/ },
    { what: "outside the server pool", file: { requestdomain: ["https://other.example.org"] }, pool: POOL, code: 1, says: /✗ The entry "https:\/\/other\.example\.org" of the request domain list .* is not in the platform's pool of server domains .*Add its host there first/ },
    { what: "outside the business pool", file: { bizdomain: ["https://badexample.com"] }, pool: POOL, code: 1, says: /✗ .*platform's pool of business domains/ },
    { what: "published only for testing", file: { requestdomain: ["https://next.example.com"] }, pool: POOL, code: 0, says: /\? .* is only in the testing version[^]*No fault/ },
    { what: "below a server of the pool", file: { requestdomain: ["https://v2.api.example.com"] }, pool: POOL, code: 0, says: /\? .* holds a parent domain only/ },
    { what: "an empty pool", file: { bizdomain: ["a.cn"] }, pool: { published_wxa_jump_h5_domain: "" }, code: 1, says: /✗/ },
    { what: "a file that is none", file: [], code: 2, says: /a\.json: Domain lists must be an object/ },
    { what: "a pool without pools", file: GOOD, pool: {}, code: 2, says: /"p\.json" can't be used as a pool: it holds no pool/ },
    { what: "a pool of another shape", file: GOOD, pool: { published_wxa_server_domain: 1 }, code: 2, says: /"published_wxa_server_domain" is neither a string/ },
  ])("$what: exit $code", async ({ file, pool, code, says }) => {
    await folder.write("a.json", JSON.stringify(file));
    if (pool !== undefined) await folder.write("p.json", JSON.stringify(pool));
    const run = await lists("validate", "a.json", ...(pool === undefined ? [] : ["--pool", "p.json"]));
    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr).toMatch(says);
  });

  it("as JSON", async () => {
    await folder.write("a.json", '{"requestdomain":["api.example.com"]}');
    await folder.write("p.json", JSON.stringify(POOL));
    const run = await lists("validate", "a.json", "--pool", "p.json", "--json");
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject({ faults: [{ list: "requestdomain", index: 0, entry: "api.example.com", fault: "missing-scheme" }], pool: [] });
  });

  it("against the pools that pull --source pools wrote", async () => {
    const wechat = await startEmulator();
    const pull = (...words: string[]) =>
      wxDomain(["pull", "--source", "pools", "--endpoint", wechat.url, ...words], { cwd: folder.path, env: { WX_COMPONENT_TOKEN: DEMO_PLATFORM.token } });
    try {
      expect(await pull("--dry-run")).toMatchObject({ code: 0, stdout: expect.stringContaining("4 of the pools' versions would change in wx-pools.json") as string });
      const run = await pull();
      expect(run).toMatchObject({ code: 0, stderr: "" });
      expect(run.stdout).toContain("platform's pool of server domains (第三方平台小程序服务器域名), testing version\n  + api.example.com\n  + files.example.com\n");
      const text = await folder.read("wx-pools.json");
      expect(await pull()).toMatchObject({ code: 0, stdout: "The pools are as they were in wx-pools.json.\n" });
      expect(await folder.read("wx-pools.json")).toBe(text);
      await folder.write("a.json", '{"requestdomain":["https://api.example.com","https://files.example.com"]}');
      expect((await lists("validate", "a.json", "--pool", "wx-pools.json")).stdout).toMatch(/^\? The entry "https:\/\/files\.example\.com".*only in the testing version/);
      wechat.always("modify_wxa_server_domain", "errcode:61004");
      expect(await pull()).toMatchObject({ code: 3, stdout: "" });
      expect(await folder.read("wx-pools.json")).toBe(text);
      wechat.assertHarmless();
    } finally {
      await wechat.close();
    }
  });
});

describe("diff", () => {
  it("tells per list what came, went, and became known", async () => {
    await folder.write("a.json", '{"requestdomain":["https://a.cn","https://b.cn"],"udpdomain":[],"bizdomain":["x.cn"]}');
    await folder.write("b.json", '{"requestdomain":["https://c.cn","https://b.cn"],"jsdomain":[],"bizdomain":["x.cn"]}');
    expect(await lists("diff", "a.json", "b.json")).toEqual({
      code: 1,
      stdout: [
        "requestdomain  request domain list (request 合法域名)",
        "  + https://c.cn",
        "  - https://a.cn",
        "udpdomain  udp domain list (udp 合法域名)  (is unknown now)",
        "jsdomain  JS-SDK safe domain list (JS 接口安全域名)  (was unknown)",
        "  empty: nothing is allowed",
        "",
      ].join("\n"),
      stderr: "",
    });
  });

  it("the same, in another order", async () => {
    await folder.write("a.json", '{"appid":"wx1","requestdomain":["https://a.cn","https://b.cn"]}');
    await folder.write("b.json", '{"requestdomain":["https://b.cn","https://a.cn"]}');
    expect(await lists("diff", "a.json", "b.json")).toEqual({ code: 0, stdout: "The lists are the same.\n", stderr: "" });
    expect(JSON.parse((await lists("diff", "a.json", "b.json", "--json")).stdout)).toEqual({ changes: [] });
  });
});

it.each([
  { words: [], says: /lists takes one file to validate or two to compare: wx-domain lists validate \[FILE\]/ },
  { words: ["validate"], says: /There is no file "wx-domains\.json"/ },
  { words: ["validate", "a", "b"], says: /lists takes one file/ },
  { words: ["diff", "a"], says: /lists takes one file/ },
  { words: ["diff", "a", "b", "--pool", "c"], says: /--pool goes with lists validate/ },
  { words: ["validate", "none.json"], says: /There is no file "none\.json"/ },
])("$words: exit 2", async ({ words, says }) => {
  const run = await lists(...words);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(says);
});
