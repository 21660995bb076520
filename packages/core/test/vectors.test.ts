import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkUrl, parseLists, type Call, type Status } from "../src/index.ts";

interface Vector {
  readonly id: number;
  readonly url: string;
  readonly call: Call;
  readonly domains: unknown;
  readonly status: Status;
  readonly android?: boolean;
  readonly devtools?: boolean;
  readonly why: string;
}

/** The platform's observed behaviour, kept beside the checkout where there is one. */
const file = new URL("../../../../shared/vectors/verdicts.json", import.meta.url);

describe.skipIf(!existsSync(file))("shared vectors", () => {
  const vectors = (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : []) as Vector[];
  test.each(vectors)("$id $call $url: $why", ({ url, call, domains, status, android, devtools }) => {
    const verdict = checkUrl(url, call, parseLists(domains));
    expect(verdict).toMatchObject({
      status,
      clients: { ...(android === undefined ? {} : { android }), ...(devtools === undefined ? {} : { devtools }) },
    });
  });
});
