import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packAll, type Packed } from "../../scripts/packed.js";
import { UserProject } from "./user-project.ts";

const workspace = fileURLToPath(new URL("../..", import.meta.url));

const NAMES = ["@wx-domain/analyzer", "@wx-domain/core", "@wx-domain/loader", "eslint-plugin-wx-domain", "wx-domain"];

/** What may stand in a package: what a program loads, and what a person or a tool reads about it. */
const INTENDED = [/^README\.zh-CN\.md$/, /^dist\/.*\.js$/, /^dist\/.*\.d\.ts$/, /^bin\/[^/]+\.js$/, /^[^/]+\.schema\.json$/, /^schema\/[^/]+\.json$/];
const ALWAYS = ["LICENSE", "README.md", "package.json"];

const tarballs = mkdtempSync(join(tmpdir(), "wx-domain-packed-"));
let packages: readonly Packed[] = [];

beforeAll(() => {
  execFileSync("pnpm", ["run", "build"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
  packages = packAll(tarballs);
});

afterAll(() => rmSync(tarballs, { recursive: true, force: true }));

test("all that is meant for users is packed", () => {
  expect(packages.map((packed) => packed.name).sort()).toEqual(NAMES);
});

describe.each(NAMES)("the package %s", (name) => {
  const packed = (): Packed => {
    const found = packages.find((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} was not packed.`);
    return found;
  };

  test("holds its licence, its README, and nothing besides what it is for", () => {
    const { files } = packed();
    expect(files).toEqual(expect.arrayContaining(ALWAYS));
    expect(files.filter((file) => !ALWAYS.includes(file) && !INTENDED.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  test("has a manifest that npm understands", () => {
    const manifest = execFileSync("tar", ["-xOzf", packed().tarball, "package/package.json"], { encoding: "utf8" });
    expect(manifest).toContain(`"name": "${name}"`);
    expect(manifest).not.toMatch(/"(?:catalog|workspace|link|file):/);
  });
});

interface LintedFile {
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number }[];
}

/** What ESLint said, as `rule:line`. */
function reports(stdout: string): readonly string[] {
  const files = JSON.parse(stdout) as readonly LintedFile[];
  return files.flatMap((file) => file.messages.map((message) => `${message.ruleId ?? "fatal"}:${message.line}`));
}

/** Without what npx says about npm's own configuration on this machine. */
function saidByESLint(stderr: string): string {
  return stderr.replace(/^npm warn .*\n/gm, "");
}

const LINT = ["--no-install", "eslint", "pages/index/index.js", "--format", "json"];

describe.each([
  { version: "8.57", flatConfig: { ESLINT_USE_FLAT_CONFIG: "true" } },
  { version: "9", flatConfig: {} },
  { version: "10", flatConfig: {} },
])("installed by npm beside ESLint $version", ({ version, flatConfig }) => {
  let user: UserProject;

  beforeAll(async () => {
    user = new UserProject();
    await user.install(packages, [`eslint@${version}`]);
  });
  afterAll(() => user.remove());

  test("the command starts", async () => {
    const ended = await user.run("npx", ["--no-install", "wx-domain", "--help"]);
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringContaining("wx-domain pull") as unknown });
  });

  test.each([
    ["import", ["--input-type=module", "-e", 'import { WxDomainError } from "@wx-domain/core"; console.log(WxDomainError.name)']],
    ["require", ["-e", 'console.log(require("@wx-domain/core").WxDomainError.name)']],
  ])("core is loaded by %s", async (_way, parameters) => {
    expect(await user.run(process.execPath, parameters)).toMatchObject({ code: 0, stdout: "WxDomainError\n" });
  });

  test("entry points of a package share their classes, and packages those of core", async () => {
    const script = `import { WxDomainError } from "@wx-domain/core";
      import { FetchError } from "@wx-domain/loader";
      import { FetchError as late } from "@wx-domain/loader/faults";
      console.log(FetchError === late, FetchError.prototype instanceof WxDomainError);`;
    expect(await user.run(process.execPath, ["--input-type=module", "-e", script])).toMatchObject({ code: 0, stdout: "true true\n" });
  });

  test("what the plugin needs at run time holds neither TypeScript nor its parser", () => {
    const lock = readFileSync(join(user.folder, "package-lock.json"), "utf8");
    expect(lock).not.toMatch(/"node_modules\/(?:typescript|@typescript-eslint\/[^"]+)"/);
  });

  test("require gives the plugin itself", async () => {
    const script = 'console.log(typeof require("eslint-plugin-wx-domain").project)';
    expect(await user.run(process.execPath, ["-e", script])).toMatchObject({ code: 0, stdout: "function\n" });
  });

  test("project() lints the app", async () => {
    const { code, stdout, stderr } = await user.run("npx", LINT, flatConfig);
    expect(saidByESLint(stderr)).toBe("");
    expect(reports(stdout)).toEqual(["wx-domain/no-unlisted-domain:4"]);
    expect(code).toBe(1);
  });

  // ESLint 9 and later read no eslintrc.
  if (version === "8.57") test("eslintrc lints the app", async () => {
    const { code, stdout, stderr } = await user.run("npx", LINT, { ESLINT_USE_FLAT_CONFIG: "false" });
    expect(saidByESLint(stderr)).toBe("");
    expect(reports(stdout)).toEqual(["wx-domain/no-unlisted-domain:4"]);
    expect(code).toBe(1);
  });
});
