/** The language server of VS Code's ESLint extension, driven as the extension drives it, in the sample projects. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { installSample, type Sample } from "../samples/installed.ts";
import { Editor, type Diagnostic } from "./editor.ts";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "wx-domain-editor-")));
let editor: Editor;
let projects = 0;

beforeAll(async () => {
  execFileSync("pnpm", ["exec", "tsc", "-b", "packages/eslint-plugin"], { cwd: workspace, stdio: "inherit", shell: process.platform === "win32" });
  editor = new Editor(temporary, validateOf("editors.md"));
  await editor.start();
});

afterAll(async () => {
  await editor.close();
  rmSync(temporary, { recursive: true, force: true });
});

/** `eslint.validate` as the page on editors tells people to set it. */
function validateOf(page: string): readonly string[] {
  const block = /"eslint\.validate": (\[[^\]]*\])/.exec(readFileSync(join(workspace, "docs", page), "utf8"))?.[1];
  return JSON.parse(block ?? "[]") as readonly string[];
}

/** A new copy of a sample in the window's folder; its files by their path in that folder. */
function project(sample: Sample): (path: string) => string {
  const name = `${sample}-${String(++projects)}`;
  installSample(sample, join(temporary, name));
  return (path) => `${name}/${path}`;
}

/** `line:column-line:column rule`, columns 1-based as the editor's status bar shows them. */
function shown({ range: { start, end }, code }: Diagnostic): string {
  const rule = String(code).replace("wx-domain/", "");
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${rule}`;
}

async function squiggles(path: string): Promise<readonly string[]> {
  return (await editor.diagnostics(path)).map(shown);
}

test("the Chinese page tells the same settings", () => {
  expect(validateOf("zh/editors.md")).toEqual(validateOf("editors.md"));
  expect(validateOf("editors.md")).not.toEqual([]);
});

describe("an opened file has its diagnostics at their ranges", () => {
  test.each<{ sample: Sample; files: Readonly<Record<string, readonly string[]>> }>([
    {
      sample: "native",
      files: {
        "pages/index/index.js": ["8:9-8:39 no-unlisted-domain", "9:45-9:58 valid-request-options"],
        "pages/index/index.wxml": ["5:12-5:22 no-insecure-protocol"],
        "pages/help/help.wxml": ["2:7-2:16 web-view-domain"],
        "project.config.json": ["3:28-3:33 no-check-bypass"],
        "wx-domains.json": ["5:5-5:28 valid-domain-lists"],
      },
    },
    {
      sample: "taro",
      files: {
        "src/pages/help/index.tsx": ["8:25-8:59 no-unlisted-domain", "10:38-10:55 web-view-domain", "10:93-10:125 no-local-address"],
        "src/pages/help/legacy.jsx": ["1:42-1:70 web-view-domain"],
      },
    },
    {
      sample: "uni-app",
      files: {
        "pages/help/help.vue": ["6:20-6:25 web-view-domain", "7:52-7:57 no-insecure-protocol", "16:60-16:98 valid-request-options"],
        "manifest.json": ["6:30-6:35 no-check-bypass"],
      },
    },
  ])("$sample", async ({ sample, files }) => {
    const at = project(sample);
    const found: Record<string, readonly string[]> = {};
    for (const path of Object.keys(files)) {
      editor.open(at(path));
      found[path] = await squiggles(at(path));
    }
    expect(found).toEqual(files);
  });
});

describe("the light bulb's suggestion is in the text afterwards, and its diagnostic gone", () => {
  test.each<{ sample: Sample; path: string; rule: string; title: string; before: string; after: string }>([
    { sample: "native", path: "utils/http.js", rule: "valid-request-options", title: 'Replace "get" by "GET".', before: 'method: "get"', after: 'method: "GET"' },
    { sample: "native", path: "project.config.json", rule: "no-check-bypass", title: "Replace false by true.", before: '"urlCheck": false', after: '"urlCheck": true' },
    {
      sample: "uni-app",
      path: "pages/help/help.vue",
      rule: "no-insecure-protocol",
      title: "Replace http:// by https://.",
      before: "http://img.example.net/2.png",
      after: "https://img.example.net/2.png",
    },
  ])("$path", async ({ sample, path: inProject, rule, title, before, after }) => {
    const path = project(sample)(inProject);
    editor.open(path);
    const ofRule = async (): Promise<Diagnostic | undefined> =>
      (await editor.diagnostics(path)).find(({ code }) => code === `wx-domain/${rule}`);
    const diagnostic = await ofRule();
    if (diagnostic === undefined) throw new Error(`${rule} says nothing about ${path}.`);
    const text = editor.text(path);
    const action = (await editor.actions(path, diagnostic)).find((each) => each.title.startsWith(title));
    if (action === undefined) throw new Error(`No action is called "${title}".`);
    await editor.run(action);
    expect(editor.text(path)).toBe(text.replace(before, after));
    expect(await ofRule()).toBeUndefined();
  });
});

describe("without a restart, the next request for an open file sees", () => {
  let at: ReturnType<typeof project>;
  let page: string;
  const AT_REST = ["8:9-8:39 no-unlisted-domain", "9:45-9:58 valid-request-options"];
  const HOST_GONE = ["7:9-7:22 no-unlisted-domain", ...AT_REST];

  beforeEach(async () => {
    at = project("native");
    page = at("pages/index/index.js");
    editor.open(page);
    expect(await squiggles(page)).toEqual(AT_REST);
  });

  test("what is typed into it", async () => {
    editor.change(page, editor.text(page).replace("${API}/list", "https://api.example.org/list"));
    expect(await squiggles(page)).toEqual(["7:9-7:39 no-unlisted-domain", ...AT_REST]);
  });

  test("a module that it imports, once that is saved", async () => {
    editor.open(at("utils/config.js"));
    const before = editor.text(at("utils/config.js"));
    const edited = before.replace("api.example.com", "api.example.org");
    editor.change(at("utils/config.js"), edited);
    expect(await squiggles(page)).toEqual(AT_REST);
    editor.save(at("utils/config.js"), edited);
    expect(await squiggles(page)).toEqual(HOST_GONE);
    editor.save(at("utils/config.js"), before);
    expect(await squiggles(page)).toEqual(AT_REST);
  });

  test("a module that another program has written", async () => {
    editor.save(at("utils/config.js"), "export const API = 'https://api.example.org';\n");
    expect(await squiggles(page)).toEqual(HOST_GONE);
  });

  test("the script beside a WXML file", async () => {
    const markup = at("pages/help/help.wxml");
    editor.open(markup);
    expect(await squiggles(markup)).toEqual(["2:7-2:16 web-view-domain"]);
    editor.save(at("pages/help/help.js"), "Page({ data: { url: 'https://www.example.com/help' } });\n");
    expect(await squiggles(markup)).toEqual([]);
  });

  test("new lists", async () => {
    editor.save(at("wx-domains.json"), JSON.stringify({ requestdomain: ["https://old.example.com"], bizdomain: [] }));
    expect(await squiggles(page)).toEqual(["7:9-7:22 no-unlisted-domain", "9:45-9:58 valid-request-options"]);
    editor.save(at("wx-domains.json"), JSON.stringify({ requestdomain: ["https://api.example.com", "https://old.example.com"], bizdomain: [] }));
    expect(await squiggles(page)).toEqual(["9:45-9:58 valid-request-options"]);
  });

  test("mended lists, after half-written ones", async () => {
    const lists = JSON.stringify({ requestdomain: ["https://api.example.com", "https://old.example.com"] });
    editor.save(at("wx-domains.json"), lists.slice(0, -10));
    expect(await squiggles(page)).toEqual([]);
    editor.save(at("wx-domains.json"), lists);
    expect(await squiggles(page)).toEqual(["9:45-9:58 valid-request-options"]);
  });
});
