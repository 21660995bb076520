import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEMO_ACCOUNT } from "../emulator/account.js";
import { startEmulator } from "../emulator/server.js";
import { blocksOf, type Block } from "./blocks.ts";
import { workspace, type Page } from "./pages.ts";

/** Inside the workspace, so that an app finds the plugin as an installed package. */
const cache = fileURLToPath(new URL(".cache", import.meta.url));

/** What the app of a page has, unless the page shows its own: a native app, configured as "Getting started" tells. */
const GIVEN = {
  "app.json": '{ "pages": ["pages/index/index"] }',
  "eslint.config.mjs": 'import wxDomain from "eslint-plugin-wx-domain";\n\nexport default wxDomain.project({ root: import.meta.dirname });\n',
};

/** What the pages tell to install beside the plugin, from where this workspace has it. */
const INSTALLED = [
  ["@eslint/json", "eslint-plugin"],
  ["@typescript-eslint/parser", "eslint-plugin"],
  ["vue-eslint-parser", "eslint-plugin"],
  ["@wx-domain/loader", "cli"],
] as const;

const LOCALES = { en: "C", "zh-CN": "zh_CN.UTF-8" };

/**
 * The page with what its commands really print. Its files are written into an app as they come; a pull asks the emulator instead of WeChat.
 *
 * @throws {Error} if a command is none that is run
 */
export async function asItIs({ text, locale }: Page): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const app = mkdtempSync(join(cache, "shop-"));
  const wechat = await startEmulator();
  const blocks = blocksOf(text);
  try {
    let shown = "";
    let from = 0;
    for (const [name, body] of Object.entries(GIVEN)) if (name !== "app.json" || !isOtherKind(blocks)) writeFileSync(join(app, name), body);
    install(app);
    for (const block of blocks) {
      if (block.file !== undefined) writeInto(app, block.file, block.body);
      if (block.language !== "console") continue;
      if (block.wechat !== undefined) wechat.always(...faultOf(block.wechat));
      const command = commandOf(block);
      const output = (await run(programOf(command, wechat.url), app, LOCALES[locale])).replaceAll(app, "/shop").trim();
      shown += `${text.slice(from, block.start)}\`\`\`console\n$ ${command}\n${output === "" ? "" : `${output}\n`}\`\`\``;
      from = block.end;
    }
    return shown + text.slice(from);
  } finally {
    await wechat.close();
    rmSync(app, { recursive: true, force: true });
  }
}

/** uni-app's and Taro's settings stand in these. */
function isOtherKind(blocks: readonly Block[]): boolean {
  return blocks.some(({ file }) => file === "manifest.json" || file === "package.json");
}

/** Gives an app what its people would have installed. */
export function install(app: string): void {
  for (const [name, owner] of INSTALLED) {
    const link = join(app, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(workspace, "packages", owner, "node_modules", name)), link, "junction");
  }
}

function writeInto(app: string, file: string, body: string): void {
  mkdirSync(dirname(join(app, file)), { recursive: true });
  writeFileSync(join(app, file), body);
}

function faultOf(wechat: string): [endpoint: string, fault: string] {
  const [endpoint = "", fault = ""] = wechat.split("=");
  return [endpoint, fault];
}

function commandOf({ body, line }: Block): string {
  const command = /^\$ (.+)\n/.exec(body)?.[1];
  if (command === undefined) throw new Error(`The console of line ${line} does not begin with "$ ".`);
  return command;
}

/** The words of a program that a page starts with npx. */
function programOf(command: string, endpoint: string): readonly string[] {
  const [npx, name, ...words] = command.split(" ");
  if (npx !== "npx") throw new Error(`Only commands that begin with npx are run: ${command}`);
  switch (name) {
    case "eslint":
      return [join(workspace, "node_modules/eslint/bin/eslint.js"), ...words];
    case "wx-domain": {
      const asksWeChat = words[0] === "pull" && !words.includes("--help");
      return [join(workspace, "packages/cli/bin/wx-domain.js"), ...words, ...(asksWeChat ? ["--endpoint", endpoint] : [])];
    }
    default:
      throw new Error(`No such program is run: ${command}`);
  }
}

/** What a program of Node prints, its errors last. */
function run(words: readonly string[], cwd: string, locale: string): Promise<string> {
  const credentials = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret, WX_ACCESS_TOKEN: undefined };
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_COLOR: "1", LC_ALL: locale, ...credentials };
  return new Promise((resolve) => {
    execFile(process.execPath, words, { cwd, env }, (_error, stdout, stderr) => resolve(stdout + stderr));
  });
}
