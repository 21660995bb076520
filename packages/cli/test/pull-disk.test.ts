import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DEMO_ACCOUNT } from "../../../test/emulator/account.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

/** Deliberately not how the command would write it: an intact file keeps its user's own layout. */
const SNAPSHOT = `{ "appid": "${DEMO_ACCOUNT.appid}",\n\n   "requestdomain": ["https://old.example.com"] }`;
const CREDENTIALS = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret };

/** The steps of a write, in their order. */
const STEPS = ["open", "opened", "half", "written", "synced", "closed"] as const;

/**
 * Stands between the command and the disk: at one step of the snapshot's write the disk fails, or the process is killed.
 * A real full disk or a kill at the right microsecond can't be had in a test that anybody may run.
 */
const DISK = `
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
const [step, what] = process.env.DISK_FAULT.split(":");
const fail = async (now) => {
  if (now !== step) return;
  if (what === "kill") { process.kill(process.pid, "SIGKILL"); await new Promise(() => {}); }
  throw Object.assign(new Error("disk fault"), { code: what });
};
const { open, rename } = fs.promises;
const isSnapshot = (path) => /\\.wx-domains\\.json\\.[\\da-f-]{36}\\.tmp$/.test(String(path));
fs.promises.open = async (path, ...rest) => {
  if (!isSnapshot(path)) return open(path, ...rest);
  await fail("open");
  const file = await open(path, ...rest);
  const [write, sync, close] = [file.writeFile.bind(file), file.sync.bind(file), file.close.bind(file)];
  file.writeFile = async (text, encoding) => {
    await fail("opened");
    if (step === "half") { await write(text.slice(0, text.length / 2), encoding); await fail("half"); }
    await write(text, encoding);
    await fail("written");
  };
  file.sync = async () => { await sync(); await fail("synced"); };
  file.close = async () => { await close(); await fail("closed"); };
  return file;
};
fs.promises.rename = async (from, to) => {
  await rename(from, to);
  if (isSnapshot(from)) await fail("renamed");
};
syncBuiltinESMExports();
`;

let wechat: Emulator;
let folder: Folder;
beforeAll(async () => {
  wechat = await startEmulator();
});
afterAll(() => wechat.close());
beforeEach(async () => {
  folder = await temporaryFolder();
  await folder.write("preload/disk.mjs", DISK);
  await folder.write("app/wx-domains.json", SNAPSHOT);
});
afterEach(() => folder.remove());

const pull = (fault?: string): Promise<Run> =>
  wxDomain(["pull", "--endpoint", wechat.url], {
    cwd: join(folder.path, "app"),
    env: {
      ...CREDENTIALS,
      ...(fault === undefined ? {} : { DISK_FAULT: fault, NODE_OPTIONS: `--import=${pathToFileURL(join(folder.path, "preload/disk.mjs")).href}` }),
    },
  });

describe("a disk that fails: exit 2, one sentence, the snapshot intact to the byte, nothing left beside it", () => {
  it.each([
    { fault: "open:EROFS", says: /"wx-domains\.json" can't be written \(EROFS\)/ },
    { fault: "open:EACCES", says: /\(EACCES\).*that you may use it/ },
    { fault: "opened:ENOSPC", says: /\(ENOSPC\).*that the disk has room/ },
    { fault: "half:ENOSPC", says: /\(ENOSPC\)/ },
    { fault: "written:EDQUOT", says: /\(EDQUOT\)/ },
    { fault: "synced:EIO", says: /\(EIO\)/ },
    { fault: "closed:ENOSPC", says: /\(ENOSPC\)/ },
  ])("$fault", async ({ fault, says }) => {
    const run = await pull(fault);
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(says);
    expect(run.stderr).toMatch(/^wx-domain: .+\n$/);
    expect([...(await folder.all())].filter(([name]) => name.startsWith("app/"))).toEqual([["app/wx-domains.json", SNAPSHOT]]);
  });
});

describe("a process that is killed while it writes", () => {
  it.each(STEPS)("%s: the old snapshot stands, and the next pull is none the wiser", async (step) => {
    expect(await pull(`${step}:kill`)).toMatchObject({ code: null, stdout: "" });
    expect(await folder.read("app/wx-domains.json")).toBe(SNAPSHOT);
    expect(await pull()).toMatchObject({ code: 0, stderr: "" });
    expect(await folder.read("app/wx-domains.json")).toContain("https://api.example.com");
  });

  it("after the rename: the new one is whole", async () => {
    expect(await pull("renamed:kill")).toMatchObject({ code: null });
    expect(await folder.read("app/wx-domains.json")).toContain("https://www.example.com");
    expect(await pull()).toMatchObject({ code: 0, stdout: "No list changed; wx-domains.json stands as it was.\n" });
  });

  it("what it left goes with a later write", async () => {
    await pull("written:kill");
    const isLeft = (name: string): boolean => name.endsWith(".tmp");
    const [left = ""] = [...(await folder.all()).keys()].filter(isLeft);
    expect(left).toMatch(/^app\/\.wx-domains\.json\./);
    await utimes(join(folder.path, left), new Date(0), new Date(0));
    await pull();
    expect([...(await folder.all()).keys()].filter(isLeft)).toEqual([]);
  });
});
