/** What a link and the names of files may be, without a browser. */
import nodePath from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference } from "../../docs/playground/editor/difference.ts";
import * as posix from "../../docs/playground/engine/posix-path.ts";
import { hashOf, readHash } from "../../docs/playground/state/link.ts";
import { asProgram, nameFault, placeOfEntry, renamed, restored, withEntry, withFile, withoutFile, type Program } from "../../docs/playground/state/program.ts";
import { openShelf, type Store } from "../../docs/playground/state/shelf.ts";

const PROGRAM: Program = { files: { "a.js": "a", "b.js": "b", "wx-domains.json": "{}", "c/d.js": "d" }, open: "b.js", pageOrigins: [] };

describe("names of files", () => {
  test.each([
    ["pages/index.js", undefined],
    ["域名/页面.vue", undefined],
    [".env", undefined],
    ["", "empty"],
    ["b.js", "taken"],
    ["/b.js", "malformed"],
    ["a//b.js", "malformed"],
    ["a/../b.js", "malformed"],
    ["./b.js", "malformed"],
    ["C:\\b.js", "malformed"],
    ["a\n.js", "malformed"],
    ["__proto__", "malformed"],
    ["x".repeat(121), "malformed"],
  ])("%j", (name, fault) => {
    expect(nameFault(name, PROGRAM.files)).toBe(fault);
  });

  test("a file may keep its own", () => {
    expect(nameFault("b.js", PROGRAM.files, "b.js")).toBeUndefined();
  });

  test("there is an end to their number", () => {
    const files = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${String(n)}.js`, ""]));
    expect(nameFault("one-more.js", files)).toBe("full");
    expect(nameFault("other.js", files, "0.js")).toBeUndefined();
  });
});

describe("files of a program", () => {
  test("a new one is opened", () => {
    expect(withFile(PROGRAM, "e.js", "e")).toEqual({ ...PROGRAM, files: { ...PROGRAM.files, "e.js": "e" }, open: "e.js" });
  });

  test("a renamed one keeps its place", () => {
    const { files, open } = renamed(PROGRAM, "b.js", "z.js");
    expect([Object.keys(files), open]).toEqual([["a.js", "z.js", "wx-domains.json", "c/d.js"], "z.js"]);
  });

  test("a deleted one comes back to its place", () => {
    const added = withFile(withoutFile(PROGRAM, "a.js"), "e.js", "e");
    const { files, open } = restored(added, "a.js", PROGRAM);
    expect([Object.keys(files), files["a.js"], open]).toEqual([["a.js", "b.js", "wx-domains.json", "c/d.js", "e.js"], "a", "a.js"]);
  });

  test.each([
    ["b.js", "b.js", "c/d.js"],
    ["c/d.js", "c/d.js", "b.js"],
    ["a.js", "b.js", "b.js"],
  ])("in place of %s, with %s open, %s is shown", (removed, open, next) => {
    const left = withoutFile({ ...PROGRAM, open }, removed);
    expect(left.open).toBe(next);
    expect(Object.keys(left.files)).not.toContain(removed);
  });
});

describe("own programs", () => {
  const named = (name: string): Program => ({ files: { [name]: "", "wx-domains.json": "{}" }, open: name, pageOrigins: [] });
  const opens = (programs: readonly Program[]): readonly string[] => programs.map(({ open }) => open);

  function storage(text: string | null, fails = false): Store & { text: string | null } {
    return {
      text,
      getItem() {
        return this.text;
      },
      setItem(_key: string, value: string) {
        if (fails) throw new DOMException("There is no room.", "QuotaExceededError");
        this.text = value;
      },
    };
  }

  test("outlive the page, the last one first, and the oldest of six goes", () => {
    const kept = storage(null);
    const shelf = openShelf(kept);
    for (const name of ["y.js", "z.js", "a.js", "b.js", "c.js", "d.js"]) shelf.begin(named(name));
    shelf.update(named("e.js"));
    expect(opens(openShelf(kept).programs.value)).toEqual(["e.js", "c.js", "b.js", "a.js", "z.js"]);
    shelf.bringForward(2);
    expect(opens(openShelf(kept).programs.value)).toEqual(["b.js", "e.js", "c.js", "a.js", "z.js"]);
    shelf.bringForward(5);
    expect(opens(shelf.programs.value)).toEqual(["b.js", "e.js", "c.js", "a.js", "z.js"]);
  });

  test.each([undefined, storage(null, true), storage("{"), storage('{"a":1}'), storage('[1,{"files":{"../a":""}}]')])("live as long as the page where nothing is stored, or what nobody can read: %#", (kept) => {
    const shelf = openShelf(kept);
    expect(shelf.programs.value).toEqual([]);
    shelf.begin(named("a.js"));
    expect(opens(shelf.programs.value)).toEqual(["a.js"]);
  });
});

describe("an entry more", () => {
  test("is found where it stands, not where another list has it", () => {
    const text = '{ "downloaddomain": ["https://x"], "requestdomain": ["https://x"] }';
    const program = { ...PROGRAM, files: { ...PROGRAM.files, "wx-domains.json": text } };
    expect(placeOfEntry(program, "requestdomain", "https://x")).toBe(text.lastIndexOf('"https://x"'));
  });

  test.each([
    ["{}", '{\n  "requestdomain": [\n    "https://x"\n  ]\n}\n'],
    ['{"appid":"wx1","requestdomain":["https://a"]}', '{\n  "appid": "wx1",\n  "requestdomain": [\n    "https://a",\n    "https://x"\n  ]\n}\n'],
    ['{"requestdomain":[', '{"requestdomain":['],
    ["[]", "[]"],
  ])("in %s", (before, after) => {
    const program = { ...PROGRAM, files: { ...PROGRAM.files, "wx-domains.json": before } };
    expect(withEntry(program, "requestdomain", "https://x").files["wx-domains.json"]).toBe(after);
  });
});

describe("a program from wherever", () => {
  test.each([null, 1, [], {}, { files: 1 }, { files: [] }, { files: { "a.js": 1 } }, { files: { "../a.js": "" } }, { files: JSON.parse('{"__proto__":"x"}') as unknown }])("%j is none", (value) => {
    expect(asProgram(value)).toBeUndefined();
  });

  test("gets lists, an open file, and line ends that offsets count on", () => {
    expect(asProgram({ files: { "a.js": "1\r\n2\r3" }, open: "gone.js", pageOrigins: ["https://m.example.com", 1] })).toEqual({
      files: { "a.js": "1\n2\n3", "wx-domains.json": "{}\n" },
      open: "a.js",
      pageOrigins: ["https://m.example.com"],
    });
  });
});

describe("links", () => {
  test("hold any text", async () => {
    const texts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.js$/), fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\r", "")), { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(texts, async (files) => {
        const program = asProgram({ files, open: "", pageOrigins: [] });
        if (program === undefined) throw new Error("It is a program.");
        expect(await readHash(await hashOf(program))).toEqual({ kind: "program", program });
      }),
      { numRuns: 50 },
    );
  });

  test("of 20 files fit into a chat", async () => {
    const files = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`pages/page${String(n)}/index.js`, `Page({ onLoad() { wx.request({ url: "https://api.example.com/v${String(n)}/items" }); } });\n`]));
    expect((await hashOf({ files, open: "pages/page0/index.js", pageOrigins: [] })).length).toBeLessThan(1000);
  });

  test.each([
    ["nothing", "", "nothing"],
    ["a heading of the page", "#findings", "nothing"],
    ["an empty state", "#state=", "broken"],
    ["no base64", "#state=%%%", "broken"],
    ["no deflated data", `#state=${Buffer.from("{}").toString("base64url")}`, "broken"],
    ["data of another form", `#state=${gzipSync("{}").toString("base64url")}`, "broken"],
    ["no JSON", `#state=${deflateRawSync("{").toString("base64url")}`, "broken"],
    ["JSON that is no program", `#state=${deflateRawSync("[]").toString("base64url")}`, "broken"],
    ["no text", `#state=${deflateRawSync(Buffer.from([0xff, 0xfe])).toString("base64url")}`, "broken"],
    ["a bomb", `#state=${deflateRawSync(`{"files":{"a.js":"${" ".repeat(50_000_000)}"}}`).toString("base64url")}`, "broken"],
  ])("%s", async (_what, hash, kind) => {
    expect((await readHash(hash)).kind).toBe(kind);
  });

  test("that were cut off are said to be broken", async () => {
    const hash = await hashOf(PROGRAM);
    expect((await readHash(hash.slice(0, -8))).kind).toBe("broken");
  });

  test("to examples name them", async () => {
    expect(await readHash("#example=http")).toEqual({ kind: "example", id: "http" });
    expect(await readHash("#example=%E4%")).toEqual({ kind: "example", id: "%E4%" });
  });
});

test("a difference leads from one text to the other", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = difference(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});

describe("paths are those of node:path", () => {
  const PATHS = ["/app1", "/app1/pages/index.js", "/app1/a/../b.js", "pages/./x.vue", "..", "/", "a", "/app1/.env", "x.d.ts"];
  test.each(PATHS)("%s", (path) => {
    expect(posix.dirname(path)).toBe(nodePath.posix.dirname(path));
    expect(posix.basename(path)).toBe(nodePath.posix.basename(path));
    expect(posix.basename(path, ".js")).toBe(nodePath.posix.basename(path, ".js"));
    expect(posix.extname(path)).toBe(nodePath.posix.extname(path));
    expect(posix.isAbsolute(path)).toBe(nodePath.posix.isAbsolute(path));
    expect(posix.resolve("/app1", path)).toBe(nodePath.posix.resolve("/app1", path));
    expect(posix.join("/app1", path, "y")).toBe(nodePath.posix.join("/app1", path, "y"));
    expect(posix.relative("/app1/pages", posix.resolve("/", path))).toBe(nodePath.posix.relative("/app1/pages", nodePath.posix.resolve("/", path)));
  });
});
