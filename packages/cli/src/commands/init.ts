import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import { createInterface } from "node:readline/promises";
import type { FileAccess } from "@wx-domain/analyzer";
import { WxDomainError, type Localized } from "@wx-domain/core";
import { FetchError } from "@wx-domain/loader/faults";
import type { Command, CommandContext, Given } from "../command.ts";
import { pullCommand } from "../domain-file.ts";
import { requireFolder } from "../folder.ts";
import { EXIT } from "../exit-code.ts";
import { CI_NAMES, type CiName } from "../init/ci-jobs.ts";
import type { Setup } from "../init/detect.ts";
import { diffLines } from "../init/diff.ts";
import { NEWEST_MINOR } from "../init/eslint-version.ts";
import type { FileEdit } from "../init/file-edit.ts";
import { lintCommand } from "../init/gate.ts";
import { CREDENTIALS_NOTE, ENDPOINT_OPTION, SOURCE_OPTIONS, TIMEOUT_OPTION } from "../source/options.ts";
import { usageError } from "../usage-error.ts";
import { readVersion } from "../version.ts";
import { warningText } from "../warning.ts";

export const init: Command = {
  usage: "init [DIR] [options]",
  summary: {
    en: "Set a project up: ESLint's configuration, wx-domains.json, an npm script; on request a Git hook and a CI job. Shows each change first, and replaces nothing.",
    "zh-CN": "为项目配置：ESLint 配置、wx-domains.json、npm 脚本；可选 Git 钩子和 CI 任务。先显示每处修改，不覆盖任何已有内容。",
  },
  options: [
    { name: "hook", help: { en: "a hook before each commit, too", "zh-CN": "同时写入提交前钩子" } },
    { name: "ci", value: CI_NAMES.join("|"), help: { en: "a CI job, too", "zh-CN": "同时写入 CI 任务" } },
    { name: "dry-run", help: { en: "show the changes, write nothing", "zh-CN": "只显示修改，不写入" } },
    { name: "yes", help: { en: "write without asking", "zh-CN": "不询问直接写入" } },
    ...SOURCE_OPTIONS,
    ENDPOINT_OPTION,
    TIMEOUT_OPTION,
  ],
  notes: [CREDENTIALS_NOTE],
  examples: [
    { line: "npx wx-domain init", help: { en: "the project in this folder", "zh-CN": "当前目录的项目" } },
    { line: "npx wx-domain init --hook --ci github", help: { en: "with a Git hook and a GitHub workflow", "zh-CN": "同时配置 Git 钩子和 GitHub 工作流" } },
    { line: "WX_APPID=wx… WX_APPSECRET=… npx wx-domain init --yes", help: { en: "with the lists in force, unasked", "zh-CN": "使用当前生效的列表，不询问" } },
  ],

  run: async (context, given) => {
    const { locale, terminal } = context;
    const [shown = ".", ...more] = given.positionals;
    if (more.length > 0) throw usageError("one-folder", "init takes one folder: wx-domain init DIR.", "init 只接受一个目录：wx-domain init DIR。");
    const folder = resolve(context.cwd, shown);
    await requireFolder(folder, shown);
    const ci = readCi(given.values.get("ci"));
    const [{ nodeFiles }, { detect }, { planInit }] = await Promise.all([import("@wx-domain/analyzer/node"), import("../init/detect.ts"), import("../init/plan.ts")]);
    const files = nodeFiles();
    const setup = detect(folder.replaceAll(sep, "/"), files);
    const { config, edits, snapshotPath, notes, isUnfinished } = planInit(setup, { hook: given.switches.has("hook"), ci, version: await readVersion() }, files);
    await terminal.print(foundText(setup)[locale]);
    const snapshot = await snapshotEdit(snapshotPath, files, context, given);
    const all = snapshot === undefined ? edits : [...edits, snapshot];
    for (const edit of all) for (const line of editLines(edit, context)) await terminal.print(line);
    for (const note of notes) await terminal.print(`\n${note[locale]}`);
    const done = isUnfinished ? EXIT.findings : EXIT.clean;
    if (all.length === 0) {
      await terminal.print((isUnfinished ? NOTHING_MORE : NOTHING)[locale]);
      return done;
    }
    if (given.switches.has("dry-run")) {
      await terminal.print(`\n${DRY[locale]}`);
      return done;
    }
    if (!given.switches.has("yes") && !(await isAgreed(context))) {
      await terminal.print(DECLINED[locale]);
      return done;
    }
    for (const edit of all) await write(edit);
    await terminal.print(`\n${nextText(setup, all, { path: snapshotPath, shown: shownPath(snapshotPath, context) }, { canLint: config.kind !== "too-old", hasGate: given.switches.has("hook") || ci !== undefined })[locale]}`);
    return done;
  },
};

function readCi(text: string | undefined): CiName | undefined {
  const name = CI_NAMES.find((known) => known === text);
  if (text === undefined || name !== undefined) return name;
  const all = CI_NAMES.join(", ");
  throw usageError("ci", `--ci takes one of ${all}.`, `--ci 只能是 ${all} 之一。`);
}

/** The lists in force where credentials are there; else a proposal. Undefined: there is a snapshot already. */
async function snapshotEdit(path: string, files: FileAccess, context: CommandContext, given: Given): Promise<FileEdit | undefined> {
  if (files.version(path) !== undefined) return undefined;
  const { locale, terminal } = context;
  const { hasCredentials, proposedSnapshot, pulledSnapshot } = await import("../init/snapshot.ts");
  const shown = shownPath(path, context);
  if (hasCredentials(context) || given.values.has("from")) {
    try {
      const warn = (text: Localized): void => terminal.note(warningText(text, locale));
      return { path, before: undefined, after: await pulledSnapshot(path, shown, context, given, warn) };
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      terminal.note(warningText(error.text, locale));
    }
  }
  return { path, before: undefined, after: proposedSnapshot(dirname(path), files) };
}

function editLines(edit: FileEdit, context: CommandContext): string[] {
  const { style } = context.terminal;
  const kind: Localized = edit.before === undefined ? { en: "new", "zh-CN": "新建" } : { en: "changed", "zh-CN": "修改" };
  return ["", style.strong(`${shownPath(edit.path, context)}  (${kind[context.locale]})`), ...diffLines(edit.before, edit.after, style)];
}

function shownPath(path: string, { cwd }: CommandContext): string {
  return relative(cwd, path).replaceAll(sep, "/");
}

/** Where nobody can answer, who runs the command has agreed. */
async function isAgreed({ stdin, terminal, locale }: CommandContext): Promise<boolean> {
  if (!terminal.isInteractive || !("isTTY" in stdin) || stdin.isTTY !== true) return true;
  const asked = createInterface({ input: stdin, output: process.stderr });
  const answer = await asked.question({ en: "\nWrite this? [Y/n] ", "zh-CN": "\n写入以上内容？[Y/n] " }[locale]);
  asked.close();
  return /^\s*(?:y|yes|是)?\s*$/i.test(answer);
}

async function write({ path, before, after, executable = false }: FileEdit): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    // `wx`: a file that came up since is not replaced.
    await writeFile(path, after, { flag: before === undefined ? "wx" : "w" });
    if (executable) await chmod(path, 0o755);
  } catch {
    throw new WxDomainError("init/write", {
      en: `${path} can't be written: look at the rights of the file and its folder, and run init again.`,
      "zh-CN": `无法写入 ${path}：请检查文件和目录权限后重新运行 init。`,
    });
  }
}

const KINDS: Readonly<Record<Setup["kind"], Localized>> = {
  native: { en: "A native mini program", "zh-CN": "原生小程序" },
  "uni-app": { en: "A uni-app project", "zh-CN": "uni-app 项目" },
  taro: { en: "A Taro project", "zh-CN": "Taro 项目" },
  mpx: { en: "An mpx project", "zh-CN": "mpx 项目" },
  wepy: { en: "A wepy project", "zh-CN": "wepy 项目" },
  h5: { en: "No mini program: taken for pages in WeChat's browser", "zh-CN": "不是小程序：按微信内网页（H5）处理" },
};

function foundText({ kind, eslint, config, outdatedConfig }: Setup): Localized {
  const [major = 0, minor = 0] = eslint?.version ?? [];
  const version = eslint === undefined ? undefined : `ESLint ${String(major)}${minor === NEWEST_MINOR ? "" : `.${String(minor)}`}`;
  const none = outdatedConfig === undefined ? NO_CONFIG : { en: `${outdatedConfig}, which ${eslint === undefined ? "a new one" : "it"} does not read`, "zh-CN": `有 ${outdatedConfig}，但${eslint === undefined ? "新版" : "它"}不会读取` };
  return {
    en: `${KINDS[kind].en}; ${version ?? "no ESLint yet"}; ${config === undefined ? none.en : `configured in ${config.name}`}.`,
    "zh-CN": `${KINDS[kind]["zh-CN"]}；${version ?? "尚未使用 ESLint"}；${config === undefined ? none["zh-CN"] : `配置文件 ${config.name}`}。`,
  };
}

const NO_CONFIG: Localized = { en: "no configuration of it", "zh-CN": "没有其配置文件" };

function nextText(setup: Setup, edits: readonly FileEdit[], file: { readonly path: string; readonly shown: string }, { canLint, hasGate }: { readonly canLint: boolean; readonly hasGate: boolean }): Localized {
  const { kind, installer } = setup;
  const lint = `npx ${lintCommand(setup)}`;
  const snapshot = edits.find(({ path }) => path === file.path)?.after ?? "";
  const isProposed = snapshot.includes("proposed by");
  const pull = pullCommand(file.shown);
  const en = [`Next: ${installer.command}, then npm run lint:domains${canLint ? ` and ${lint}` : ""}`];
  const zh = [`下一步：${installer.command}，然后运行 npm run lint:domains${canLint ? ` 和 ${lint}` : ""}`];
  if (isProposed && snapshot.includes("domain\"")) {
    en.push(`${file.shown} holds what the code uses, not what the console has, so that nothing is missing from it yet: ${pull} fetches the console's lists (npx wx-domain pull --help).`);
    zh.push(`${file.shown} 中是代码所用的域名，而非后台实际配置，因此暂不会报告未配置的域名：请用 ${pull} 获取后台配置（见 npx wx-domain pull --help）。`);
  } else if (isProposed && kind !== "h5") {
    en.push(
      `${file.shown} holds no list: the code names no domain that one could hold (an address such as localhost is none). Until ${pull} has fetched the console's lists, neither ESLint nor scan reports a domain as missing from them (npx wx-domain pull --help).`,
    );
    zh.push(`${file.shown} 中没有任何列表：代码中没有可以配置的域名（localhost 之类的地址不算）。在用 ${pull} 获取后台配置之前，ESLint 和 scan 都不会报告未配置的域名（见 npx wx-domain pull --help）。`);
  }
  if (hasGate) {
    en.push(`What is found today fails there, too: mend it, or let it pass by ${canLint ? "npx eslint --suppress-all . (ESLint 9.24 and later) and " : ""}scan's --baseline.`);
    zh.push(`现有问题也会使钩子和 CI 失败：请修复，或用${canLint ? " npx eslint --suppress-all .（ESLint 9.24 及以上）和" : ""} scan 的 --baseline 放过。`);
  }
  if (kind === "h5") {
    en.push('Pages in WeChat\'s browser: tell project() where they are served from, { pageOrigins: ["https://…"] }, and put jsdomain and oauthdomain into wx-domains.json by hand.');
    zh.push('微信内网页：请在 project() 中给出页面域名 { pageOrigins: ["https://…"] }，并手动在 wx-domains.json 中填写 jsdomain 和 oauthdomain。');
  }
  return { en: en.join("\n"), "zh-CN": zh.join("\n") };
}

const NOTHING: Localized = { en: "All is set up; nothing is to be changed.", "zh-CN": "已全部配置，无需修改。" };
const NOTHING_MORE: Localized = { en: "\nThe rest is set up.", "zh-CN": "\n其余均已配置。" };
const DRY: Localized = { en: "Nothing was written (--dry-run).", "zh-CN": "未写入（--dry-run）。" };
const DECLINED: Localized = { en: "Nothing was written.", "zh-CN": "未写入。" };
