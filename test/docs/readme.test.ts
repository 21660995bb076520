import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_ACCOUNT } from "../emulator/account.js";
import { startEmulator, type Emulator } from "../emulator/server.js";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
/** Inside the workspace, so that the app finds the plugin as an installed package. */
const cache = fileURLToPath(new URL(".cache", import.meta.url));

let wechat: Emulator;
beforeAll(async () => {
  wechat = await startEmulator();
  await run(process.execPath, [join(workspace, "node_modules/typescript/bin/tsc"), "-b", "packages/cli", "packages/eslint-plugin"], workspace);
});
afterAll(() => wechat.close());

function run(program: string, words: readonly string[], cwd: string, locale = "C"): Promise<string> {
  const credentials = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret };
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1", LC_ALL: locale, ...credentials };
  return new Promise((resolve) => {
    execFile(program, words, { cwd, env }, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
}

/** The programs that a README starts with npx, in this workspace. A pull asks the emulator instead of WeChat. */
function runShown(command: string, cwd: string, locale: string): Promise<string> {
  const [npx, name, ...words] = command.split(" ");
  if (npx !== "npx") throw new Error(`Only commands that begin with npx are run: ${command}`);
  switch (name) {
    case "eslint":
      return run(process.execPath, [join(workspace, "node_modules/eslint/bin/eslint.js"), ...words], cwd, locale);
    case "wx-domain": {
      const endpoint = words[0] === "pull" ? ["--endpoint", wechat.url] : [];
      return run(process.execPath, [join(workspace, "packages/cli/bin/wx-domain.js"), ...words, ...endpoint], cwd, locale);
    }
    default:
      throw new Error(`No such program is run: ${command}`);
  }
}

function blocks(text: string, pattern: RegExp): readonly { readonly name: string; readonly body: string }[] {
  return [...text.matchAll(pattern)].map(({ groups = {} }) => ({ name: groups["name"] ?? "", body: groups["body"] ?? "" }));
}

const FILES = /<!-- file: (?<name>\S+) -->\n```\w+\n(?<body>[^]*?)```/g;
const COMMANDS = /```console\n\$ (?<name>.+)\n(?<body>[^]*?)```/g;

/** The README with what its commands really print. */
async function asItIs(readme: string, locale: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const app = mkdtempSync(join(cache, "shop-"));
  try {
    writeFileSync(join(app, "app.json"), '{ "pages": ["pages/index/index"] }');
    for (const { name, body } of blocks(readme, FILES)) {
      mkdirSync(dirname(join(app, name)), { recursive: true });
      writeFileSync(join(app, name), body);
    }
    let text = readme;
    for (const { name, body } of blocks(readme, COMMANDS)) {
      const output = (await runShown(name, app, locale)).replaceAll(app, "/shop").trim();
      text = text.replace(`\`\`\`console\n$ ${name}\n${body}\`\`\``, () => `\`\`\`console\n$ ${name}\n${output}\n\`\`\``);
    }
    return text;
  } finally {
    rmSync(app, { recursive: true, force: true });
  }
}

// `pnpm vitest run --project whole test/docs -u` writes what is printed now.
test.runIf(process.platform !== "win32").each([
  { file: "README.md", locale: "C" },
  { file: "README.zh-CN.md", locale: "zh_CN.UTF-8" },
])("$file shows what its commands print", async ({ file, locale }) => {
  const path = join(workspace, file);
  await expect(await asItIs(readFileSync(path, "utf8"), locale)).toMatchFileSnapshot(path);
});

const CODE = /(?:<!-- file: \S+ -->\n)?```(?:js|sh|json)\n(?<body>[^]*?)```/g;

/** Code without its comments: what both languages share. */
const codeOf = (file: string): readonly string[] =>
  blocks(readFileSync(join(workspace, file), "utf8"), CODE).map(({ body }) => body.replace(/ *(?:\/\/|#) .*$/gm, ""));

test("both READMEs show the same code", () => {
  expect(codeOf("README.zh-CN.md")).toEqual(codeOf("README.md"));
});
