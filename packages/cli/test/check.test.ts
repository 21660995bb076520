import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

let folder: Folder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const LISTS = '{"requestdomain":["https://api.example.com"],"bizdomain":["www.example.com"]}';

const check = (words: readonly string[], stdin = "", env: Readonly<Record<string, string>> = {}): Promise<Run> =>
  wxDomain(["check", ...words], { cwd: folder.path, stdin, env });

describe("one URL", () => {
  beforeEach(() => folder.write("wx-domains.json", LISTS));

  it.each([
    { url: "https://api.example.com/v1", code: 0, says: ["https://api.example.com"] },
    { url: "https://api.example.com:443/v1", code: 1, says: ["https://api.example.com:443/v1", "request 合法域名"] },
    { url: "https://other.example.com/", code: 1, says: ["https://other.example.com/", "request 合法域名"] },
    { url: "http://192.168.1.5/", code: 0, says: ["192.168.1.5"] },
  ])("$url: exit $code", async ({ url, code, says }) => {
    const run = await check([url, "--call", "request"]);
    expect(run).toMatchObject({ code, stderr: "" });
    for (const text of says) expect(run.stdout).toContain(text);
    const chinese = await check([url, "--call", "request", "--locale", "zh-CN"]);
    expect(chinese).toMatchObject({ code, stderr: "" });
    expect(chinese.stdout).toMatch(/[一-龥]/);
    expect(chinese.stdout).not.toBe(run.stdout);
  });

  it("draws the URL above the entry, and marks what differs", async () => {
    const { stdout } = await check(["https://api.example.com:443/v1", "--call", "request"]);
    expect(stdout).toContain(
      ["", "  https:// api.example.com :443", "  https:// api.example.com        the entry in question", "                           ~~~~", ""].join("\n"),
    );
    const allowed = await check(["https://m.www.example.com/", "--call", "web-view"]);
    expect(allowed.stdout).toContain("           www.example.com      the entry that covers it\n\n");
    expect(allowed.stdout).not.toContain("~");
  });

  it("--json prints the verdict alone", async () => {
    const run = await check(["https://api.example.com:443/", "--call", "request", "--json"]);
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(JSON.parse(run.stdout)).toMatchObject({ status: "denied", reason: "port-not-listed", list: "requestdomain" });
  });

  it("--domains names another file", async () => {
    await folder.write("other.json", '{"requestdomain":["https://other.example.com"]}');
    expect(await check(["https://other.example.com/", "--call", "request", "--domains", "other.json"])).toMatchObject({ code: 0 });
  });
});

it("without a domain file every list is unknown, and it says so", async () => {
  const run = await check(["https://api.example.com/", "--call", "request", "--json"]);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain("There is no wx-domains.json here, so every list is unknown: in the project's folder run npx wx-domain init first, then npx wx-domain pull, or");
  expect(JSON.parse(run.stdout)).toMatchObject({ status: "uncertain", reason: "unknown-list" });
});

describe("--stdin --json", () => {
  const verdicts = (run: Run): unknown[] => run.stdout.trimEnd().split("\n").map((line): unknown => JSON.parse(line));
  const question = (value: unknown): string => `${JSON.stringify(value)}\n`;

  it("answers line by line, in order, against the lists of the line or of the command", async () => {
    await folder.write("wx-domains.json", LISTS);
    await folder.write("other.json", '{"requestdomain":["https://other.example.com"]}');
    const run = await check(
      ["--stdin", "--json"],
      question({ url: "https://api.example.com/", call: "request" }) +
        question({ url: "https://b.cn/", call: "request", domains: { requestdomain: ["https://b.cn"] } }) +
        question({ url: "https://other.example.com/", call: "request", domains: "other.json" }) +
        question({ url: "https://m.www.example.com/x", call: "web-view" }),
    );
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(verdicts(run)).toMatchObject([
      { status: "allowed", entry: "https://api.example.com" },
      { status: "allowed", entry: "https://b.cn" },
      { status: "allowed", entry: "https://other.example.com" },
      { status: "allowed", entry: "www.example.com" },
    ]);
  });

  it("tells once that lists are unknown, if a line needs them", async () => {
    const own = question({ url: "https://a.cn/", call: "request", domains: {} });
    const none = question({ url: "https://a.cn/", call: "request" });
    expect(await check(["--stdin", "--json"], own)).toMatchObject({ code: 0, stderr: "" });
    const run = await check(["--stdin", "--json"], own + none + none);
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^There is no wx-domains\.json here[^\n]+\n$/);
  });

  it("exits 1 if any is denied", async () => {
    const domains = { requestdomain: [] };
    const run = await check(
      ["--stdin", "--json"],
      question({ url: "https://a.cn/", call: "request", domains }) + question({ url: "https://a.cn/", call: "udp", domains }),
    );
    expect(run.code).toBe(1);
    expect(verdicts(run)).toMatchObject([{ status: "denied", reason: "not-listed" }, { list: null }]);
  });

  it.each([
    { line: "no json", says: "not a question" },
    { line: "", says: "not a question" },
    { line: "null", says: "not a question" },
    { line: '{"call":"request"}', says: "not a question" },
    { line: '{"url":"https://a.cn","call":"fetch"}', says: '"call" must be one of request' },
    { line: '{"url":"https://a.cn","call":"toString"}', says: '"call" must be one of request' },
    { line: '{"url":"https://a.cn","call":"request","domains":"none.json"}', says: 'no file "none.json"' },
    { line: '{"url":"https://a.cn","call":"request","domains":{"reqestdomain":[]}}', says: "requestdomain" },
    { line: '{"url":"https://a.cn","call":"request","domains":{"requestdomain":"https://a.cn"}}', says: "must be an array" },
  ])("puts an error in the place of $line, and exits 2 at the end", async ({ line, says }) => {
    const good = question({ url: "https://a.cn/", call: "request", domains: { requestdomain: ["https://a.cn"] } });
    const run = await check(["--stdin", "--json"], `${good}${line}\n${good}`);
    expect(run.code).toBe(2);
    expect(verdicts(run)).toMatchObject([{ status: "allowed" }, { error: expect.any(String) as string }, { status: "allowed" }]);
    expect(JSON.stringify(verdicts(run)[1]).replaceAll('\\"', '"')).toContain(says);
  });

  it("gives an odd entry its verdict", async () => {
    const run = await check(["--stdin", "--json"], question({ url: "https://a.cn/", call: "request", domains: { requestdomain: ["a.cn"] } }));
    expect(run.code).toBe(1);
    expect(verdicts(run)).toMatchObject([{ status: "denied" }]);
  });

  it("takes a byte order mark and Windows line ends", async () => {
    const line = '{"url":"https://a.cn/","call":"request","domains":{"requestdomain":["https://a.cn"]}}';
    expect(await check(["--stdin", "--json"], `\uFEFF${line}\r\n${line}`)).toMatchObject({ code: 0 });
  });
});

it.each([
  { words: [], says: /check takes one URL/ },
  { words: ["https://a.cn/", "https://b.cn/", "--call", "request"], says: /check takes one URL/ },
  { words: ["https://a.cn/"], says: /--call says which API reaches the URL: give one of request,/ },
  { words: ["https://a.cn/", "--call", "fetch"], says: /give one of request,/ },
  { words: ["https://a.cn/", "--call", "request", "--domains", "none.json"], says: /There is no file "none\.json"/ },
  { words: ["https://a.cn/", "--call", "request", "--domains", "."], says: /"\." can't be read \(EISDIR\)/ },
  { words: ["https://a.cn/", "--call", "request", "--domains", "bad.json"], says: /bad\.json/ },
  { words: ["https://a.cn/", "--call", "request", "--domains", "odd.json"], says: /odd\.json.*reqestdomain.*requestdomain/ },
  { words: ["--stdin"], says: /add --json/ },
  { words: ["--stdin", "--json", "--call", "request"], says: /leave out the URL and --call/ },
])("$words: exit 2 and one sentence", async ({ words, says }) => {
  await folder.write("bad.json", '{"requestdomain": [');
  await folder.write("odd.json", '{"reqestdomain": []}');
  const run = await check(words);
  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toMatch(says);
  expect(run.stderr).toMatch(/^wx-domain: .+\n$/);
});
