/** One line of configuration in a project of each kind, with each supported ESLint: what `eslint .` says, whole. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ESLINT_VERSIONS, installSample, lintSample, type ESLintVersion, type Sample } from "./installed.ts";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-samples-")));

beforeAll(() => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
});

afterAll(() => rmSync(temporary, { recursive: true, force: true }));

function installed(sample: Sample, version: ESLintVersion): string {
  const folder = join(temporary, `${sample}-${version}`);
  installSample(sample, folder, version);
  return folder;
}

interface Said {
  /** By every ESLint. */
  readonly scripts: readonly string[];
  /** By those that know other languages. */
  readonly languages: readonly string[];
}

const SAMPLES: Readonly<Record<Sample, Said>> = {
  native: {
    scripts: [
      "pages/index/index.js:8 no-unlisted-domain",
      "pages/index/index.js:9 valid-request-options",
      "utils/http.js:2 valid-request-options",
    ],
    languages: [
      "pages/help/help.wxml:2 web-view-domain",
      "pages/index/index.wxml:5 no-insecure-protocol",
      "project.config.json:3 no-check-bypass",
      "wx-domains.json:5 valid-domain-lists",
    ],
  },
  taro: {
    scripts: [
      "src/pages/help/index.tsx:8 no-unlisted-domain",
      "src/pages/help/index.tsx:10 web-view-domain",
      "src/pages/help/index.tsx:10 no-local-address",
      "src/pages/help/legacy.jsx:1 web-view-domain",
    ],
    languages: ["project.config.json:1 no-check-bypass"],
  },
  "uni-app": {
    scripts: [
      "pages/help/help.vue:6 web-view-domain",
      "pages/help/help.vue:7 no-insecure-protocol",
      "pages/help/help.vue:16 valid-request-options",
      "pages/share/share.vue:12 jssdk-config",
      "pages/share/share.vue:12 jssdk-config",
      "pages/share/share.vue:12 jssdk-page-domain",
      "pages/share/share.vue:14 jssdk-share-domain",
      "pages/share/share.vue:19 oauth-redirect-domain",
      "pages/share/share.vue:23 no-unlisted-domain",
    ],
    languages: ["manifest.json:6 no-check-bypass"],
  },
};

describe.each(Object.keys(SAMPLES) as Sample[])("a project of %s", (name) => {
  test.each(ESLINT_VERSIONS)("with ESLint %s", async (version) => {
    const { scripts, languages } = SAMPLES[name];
    const expected = version === "8.57" ? scripts : [...scripts, ...languages];
    expect((await lintSample(installed(name, version))).sort()).toEqual([...expected].sort());
  });
});
