/** Somebody with a program and nothing else: installs as the README says, runs init, sees the squiggle, breaks CI and mends it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { packAll, type Packed } from "../../scripts/packed.js";
import { Editor } from "../editor/editor.ts";
import { UserProject, type Ended } from "../packed/user-project.ts";

// Many processes, one after the other: a busy machine takes its time.
vi.setConfig({ testTimeout: 600_000 });

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const tarballs = mkdtempSync(join(tmpdir(), "wx-domain-newcomer-"));
let packages: readonly Packed[] = [];

beforeAll(() => {
  execFileSync("pnpm", ["run", "build"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
  packages = packAll(tarballs);
});

afterAll(() => rmSync(tarballs, { recursive: true, force: true }));

const CALL = `wx.request({ url: "https://ads.example.net/banner" });`;

interface Program {
  readonly kind: "native" | "taro" | "uni-app";
  /** Where `CALL` is typed, and before what. */
  readonly page: string;
  readonly before: string;
}

describe.each<Program>([
  { kind: "native", page: "pages/order/order.js", before: "Page({" },
  { kind: "taro", page: "src/pages/index/index.tsx", before: "export default function" },
  { kind: "uni-app", page: "src/pages/index/index.vue", before: "const save" },
])("with a program of the kind $kind", ({ kind, page, before }) => {
  let user: UserProject;
  let editor: Editor;

  beforeAll(async () => {
    user = new UserProject(new URL(`../first-minutes/fixtures/${kind}`, import.meta.url));
    await user.install(packages, ["eslint"]);
    editor = new Editor(user.folder, ["javascript", "typescriptreact", "vue"]);
    await editor.start();
  });

  afterAll(async () => {
    await editor.close();
    user.remove();
  });

  /** How the steps of the job end that init has written; the installation has been done. */
  async function ci(): Promise<readonly number[]> {
    const job = readFileSync(join(user.folder, ".github/workflows/wx-domain.yml"), "utf8");
    const codes: number[] = [];
    for (const [, words = ""] of job.matchAll(/run: npx (--no-install .*)/g)) codes.push((await user.run("npx", words.split(" "))).code);
    return codes;
  }

  const eslint = (): Promise<Ended> => user.run("npx", ["--no-install", "eslint", "."]);

  async function squiggles(): Promise<readonly string[]> {
    const text = editor.text(page).split("\n");
    return (await editor.diagnostics(page)).map(({ code, range: { start, end } }) => `${String(code)} ${(text[start.line] ?? "").slice(start.character, end.character)}`);
  }

  test("init writes what lint and CI need, and both pass", async () => {
    expect(await user.run("npx", ["--no-install", "wx-domain", "init", "--ci", "github"])).toMatchObject({ code: 0 });
    await user.install([], []);
    expect(await eslint()).toMatchObject({ code: 0, stdout: "" });
    expect(await ci()).toEqual([0, 0]);
  });

  test("a call to a domain that no list has is underlined as it is typed, and CI refuses it", async () => {
    editor.open(page);
    expect(await squiggles()).toEqual([]);
    const typed = editor.text(page).replace(before, `${CALL}\n\n${before}`);
    editor.change(page, typed);
    expect(await squiggles()).toEqual(['wx-domain/no-unlisted-domain "https://ads.example.net/banner"']);
    editor.save(page, typed);
    expect(await eslint()).toMatchObject({ code: 1, stdout: expect.stringContaining("https://ads.example.net/banner") as unknown });
    expect(await ci()).toEqual([1, 1]);
  });

  test("an entry in the list mends it", async () => {
    const path = join(user.folder, "wx-domains.json");
    const written = JSON.parse(readFileSync(path, "utf8")) as { readonly requestdomain: readonly string[] };
    writeFileSync(path, JSON.stringify({ ...written, requestdomain: [...written.requestdomain, "https://ads.example.net"] }, undefined, 2));
    expect(await squiggles()).toEqual([]);
    expect(await eslint()).toMatchObject({ code: 0, stdout: "" });
    expect(await ci()).toEqual([0, 0]);
  });
});
