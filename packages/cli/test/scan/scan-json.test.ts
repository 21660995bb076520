import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { wxDomain, type Run } from "../harness.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures/scan/", import.meta.url));

const scan = (program: string, ...words: readonly string[]): Promise<Run> =>
  wxDomain(["scan", program, "--format", "json", ...words], { cwd: FIXTURES });

async function report(program: string): Promise<unknown> {
  return JSON.parse((await scan(program)).stdout);
}

const plain = { relative: false, dynamic: false, vendored: false };

it("a native app: wrappers with what their callers hand in, third-party code, a file that can't be read, a module that isn't there", async () => {
  expect(await report("native")).toEqual({
    version: 1,
    calls: [
      {
        ...plain,
        file: "libs/qqmap-wx-jssdk.min.js",
        line: 1,
        column: 32,
        callee: "wx.request",
        call: "request",
        origins: ["https://apis.map.example.net"],
        vendored: true,
        values: [
          {
            pattern: "https://apis.map.example.net/ws/geocoder/v1/",
            from: [{ file: "libs/qqmap-wx-jssdk.min.js", line: 1 }],
            status: "uncertain",
          },
        ],
      },
      {
        ...plain,
        file: "pages/album/album.js",
        line: 6,
        column: 5,
        callee: "wx.uploadFile",
        call: "uploadFile",
        origins: ["http://upload.example.com"],
        values: [
          { pattern: "http://upload.example.com/photos", from: [{ file: "config.js", line: 3 }], status: "denied", reason: "wrong-protocol" },
        ],
      },
      {
        ...plain,
        file: "pages/album/album.js",
        line: 9,
        column: 5,
        callee: "wx.downloadFile",
        call: "downloadFile",
        origins: [],
        dynamic: true,
        values: [{ pattern: "…/album.zip", from: [], status: "uncertain" }],
      },
      {
        ...plain,
        file: "pages/index/index.js",
        line: 8,
        column: 5,
        callee: "wx.connectSocket",
        call: "connectSocket",
        origins: ["wss://push.example.com:8443"],
        values: [{ pattern: "wss://push.example.com:8443/live", from: [{ file: "config.js", line: 4 }], status: "allowed", reason: "listed" }],
      },
      {
        ...plain,
        file: "utils/request.js",
        line: 6,
        column: 5,
        callee: "wx.request",
        call: "request",
        origins: ["https://api.example.com", "https://forgotten.example.org"],
        values: [
          { pattern: "https://api.example.com/v1/home", from: [{ file: "config.js", line: 2 }], via: [{ file: "pages/index/index.js", line: 6 }], status: "allowed", reason: "listed" },
          { pattern: "https://forgotten.example.org/banner", from: [{ file: "pages/index/index.js", line: 7 }], via: [{ file: "pages/index/index.js", line: 7 }], status: "denied", reason: "not-listed" },
        ],
      },
    ],
    lists: {
      requestdomain: {
        used: ["https://api.example.com", "https://forgotten.example.org"],
        missing: ["https://forgotten.example.org"],
        unused: ["https://retired.example.com"],
      },
      wsrequestdomain: { used: ["wss://push.example.com:8443"], missing: [], unused: [] },
      uploaddomain: { used: ["http://upload.example.com"], missing: [], unused: [] },
      downloaddomain: { used: [], missing: [], unused: ["https://images.example.com"] },
    },
    skipped: [{ file: "libs/broken.js", reason: expect.stringMatching(/^syntax-error: /) as string }],
    plan: [
      {
        page: "server",
        when: "now",
        fields: [
          {
            list: "requestdomain",
            isWhole: true,
            add: ["https://forgotten.example.org"],
            remove: [],
            similar: [],
            entries: ["https://api.example.com", "https://apis.map.example.net", "https://retired.example.com", "https://forgotten.example.org"],
          },
        ],
      },
      {
        page: "server",
        when: "after-release",
        fields: [
          {
            list: "requestdomain",
            isWhole: true,
            add: [],
            remove: ["https://retired.example.com"],
            similar: [],
            entries: ["https://api.example.com", "https://apis.map.example.net", "https://forgotten.example.org"],
          },
        ],
      },
    ],
  });
});

it("two apps in one repository don't mix", async () => {
  const call = { ...plain, line: 1, column: 30, callee: "wx.request", call: "request" };
  const value = (app: string) => ({
    pattern: `https://${app}.example.com/${app}`,
    from: [{ file: `${app}/request.js`, line: 1 }],
    via: [{ file: `${app}/pages/home.js`, line: 5 }],
    status: "allowed",
    reason: "listed",
  });
  expect(await report("two-apps")).toEqual({
    version: 1,
    calls: ["admin", "shop"].map((app) => ({ ...call, file: `${app}/request.js`, origins: [`https://${app}.example.com`], values: [value(app)] })),
    lists: { requestdomain: { used: ["https://admin.example.com", "https://shop.example.com"], missing: [], unused: [] } },
    skipped: [],
    plan: [],
  });
});

it("a uni-app: each build mode's host, and not the browser's branch; without lists all is unknown", async () => {
  const value = (host: string, mode: string) => ({
    pattern: `https://${host}.example.com/save`,
    from: [{ file: `.env.${mode}`, line: 1 }],
    via: [{ file: "src/pages/index/index.vue", line: 12 }],
    status: "uncertain",
    reason: "unknown-list",
  });
  expect(await report("uni")).toEqual({
    version: 1,
    calls: [
      {
        ...plain,
        file: "src/api/http.js",
        line: 8,
        column: 10,
        callee: "uni.request",
        call: "request",
        origins: ["https://api.example.com", "https://dev.example.com"],
        values: [value("dev", "development"), value("api", "production")],
      },
    ],
    lists: { requestdomain: { used: ["https://api.example.com", "https://dev.example.com"], missing: [], unused: [] } },
    skipped: [],
    plan: [
      {
        page: "server",
        when: "now",
        fields: [
          {
            list: "requestdomain",
            isWhole: false,
            add: ["https://api.example.com", "https://dev.example.com"],
            remove: [],
            similar: [],
            entries: ["https://api.example.com", "https://dev.example.com"],
          },
        ],
      },
    ],
  });
});

describe("the published schema", async () => {
  const schema = JSON.parse(await readFile(new URL("../../schema/scan.schema.json", import.meta.url), "utf8")) as object;
  const validate = new Ajv({ allErrors: true }).compile(schema);

  it.each(await readdir(FIXTURES))("holds for %s", async (program) => {
    validate(await report(program));
    expect(validate.errors).toBeNull();
  });

  it.each([
    { name: "a verdict without its reason", value: { pattern: "https://a.example.com/", from: [], status: "denied" } },
    { name: "a status that there isn't", value: { pattern: "", from: [], status: "maybe" } },
  ])("refuses $name", ({ value }) => {
    const call = { ...plain, file: "a.js", line: 1, column: 1, callee: "wx.request", call: "request", origins: [], values: [value] };
    expect(validate({ version: 1, calls: [call], lists: {}, skipped: [], plan: [] })).toBe(false);
  });
});
