import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALLS, checkUrl, compileLists, explainVerdict, LIST_NAMES, listFaults, parseRawUrl, parseSnapshot, WxDomainError, type Call } from "../src/index.ts";
import { jsonFaultOffset } from "../src/snapshot/json-position.ts";

const call = fc.constantFrom(...(Object.keys(CALLS) as Call[]));
const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z]$/);
const host = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join("."));
/** Texts that look like URLs, and go wrong where URLs go wrong. */
const nearUrl = fc
  .array(fc.constantFrom("https", "http", "wss", ":", "//", "/", "\\", "@", "#", "?", ".", "..", "%", "%41", "[", "]", "::1", "127.0.0.1", "0x7f", "a", "中", " ", "\t", "*", "_", ":80", "skip_domain_check=true"), { maxLength: 12 })
  .map((parts) => parts.join(""));
const anyText = fc.oneof(fc.string({ unit: "binary" }), nearUrl);

describe("no text makes core throw", () => {
  test("check, explain", () => {
    fc.assert(
      fc.property(anyText, call, fc.array(anyText, { maxLength: 4 }), (url, asked, entries) => {
        const lists = Object.fromEntries(LIST_NAMES.map((name) => [name, entries]));
        const verdict = compileLists(lists).check(url, asked);
        expect(explainVerdict(verdict, url, asked, "en")).not.toBe("");
        if (CALLS[asked].list !== null) expect(checkUrl(url, asked, {}).status).not.toBe("denied");
      }),
    );
  });

  test("listFaults", () => {
    fc.assert(
      fc.property(fc.array(anyText), (entries) => {
        expect(listFaults({ requestdomain: entries, jsdomain: entries }).every(({ index }) => index < entries.length)).toBe(true);
      }),
    );
  });

  test("parseSnapshot throws nothing but its own error", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          parseSnapshot(text, "x");
        } catch (error) {
          expect(error).toBeInstanceOf(WxDomainError);
        }
      }),
    );
  });
});

test("an ordinary URL is read as new URL reads it", () => {
  const port = fc.option(fc.integer({ min: 1024, max: 65_535 }), { nil: undefined });
  fc.assert(
    fc.property(fc.constantFrom("https", "http", "wss", "ws"), host, port, fc.webPath(), (scheme, name, number, path) => {
      const text = `${scheme}://${name}${number === undefined ? "" : `:${String(number)}`}${path}`;
      const standard = new URL(text);
      expect(parseRawUrl(text)).toMatchObject({
        kind: "absolute",
        scheme: standard.protocol.slice(0, -1),
        host: standard.hostname,
        port: number === undefined ? undefined : standard.port,
      });
    }),
  );
});

test("a listed origin is allowed with any path, and denied with any port more", () => {
  fc.assert(
    fc.property(host, fc.webPath(), fc.webQueryParameters(), fc.integer({ min: 1, max: 65_535 }), (name, path, query, port) => {
      const compiled = compileLists({ requestdomain: [`https://${name}`] });
      expect(compiled.check(`https://${name}${path}?${query}`, "request").status).toBe("allowed");
      expect(compiled.check(`https://${name}:${String(port)}${path}`, "request").status).toBe("denied");
      expect(compiled.check(`https://x.${name}${path}`, "request").reason).toBe("subdomain-not-covered");
    }),
  );
});

test("the place of a JSON fault is where a longer text can no longer be JSON", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (json, at) => {
      expect(jsonFaultOffset(`${json} x`)).toBe(json.length + 1);
      const cut = json.slice(0, at % json.length);
      if (!isJson(cut)) expect(jsonFaultOffset(cut)).toBeLessThanOrEqual(cut.length);
    }),
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
