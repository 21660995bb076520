import { WxDomainError, type DomainLists, type Localized } from "@wx-domain/core";
import { systemCode } from "@wx-domain/loader/faults";
import { writeFile } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Command, CommandContext, Given, Style } from "../command.ts";
import { DEFAULT_DOMAIN_FILE, pullCommand, readSnapshot, requireSnapshot, requireText } from "../domain-file.ts";
import { EXIT } from "../exit-code.ts";
import { requireFolder } from "../folder.ts";
import { noteOnLists } from "../lists-note.ts";
import { EMPTY_BASELINE, parseBaseline, type Baseline } from "../scan/baseline.ts";
import { DEFAULT_FINDINGS, FINDINGS, type Finding } from "../scan/findings.ts";
import { FORMATS, type Format } from "../scan/formats.ts";
import type { StatusLine } from "../scan/progress.ts";
import { usageError } from "../usage-error.ts";
import { readVersion } from "../version.ts";

export const scan: Command = {
  usage: "scan [DIR] [options]",
  summary: {
    en: "Find every network call of a mini program, the URLs that it can send, and what the domain lists say about them.",
    "zh-CN": "找出小程序的所有网络调用及其可能访问的 URL，并与域名列表比对。",
  },
  options: [
    {
      name: "domains",
      value: "FILE",
      help: { en: `the lists (default: ${DEFAULT_DOMAIN_FILE} in DIR)`, "zh-CN": `域名列表文件（默认为 DIR 中的 ${DEFAULT_DOMAIN_FILE}）` },
    },
    { name: "format", value: FORMATS.join("|"), help: { en: "what is printed (default: table)", "zh-CN": "输出格式（默认 table）" } },
    { name: "out", value: "FILE", help: { en: "write it to a file instead", "zh-CN": "改为写入文件" } },
    {
      name: "fail-on",
      value: FINDINGS.join(","),
      help: { en: `what gives exit code 1 (default: ${DEFAULT_FINDINGS.join(",")})`, "zh-CN": `哪些问题使退出码为 1（默认 ${DEFAULT_FINDINGS.join(",")}）` },
    },
    {
      name: "baseline",
      value: "FILE",
      help: { en: "an earlier report (--format json): what it holds doesn't fail", "zh-CN": "先前的报告（--format json）：其中已有的问题不计入失败" },
    },
  ],
  examples: [
    { line: "wx-domain scan", help: { en: "the app in this folder against its wx-domains.json", "zh-CN": "用当前目录的 wx-domains.json 检查当前目录的小程序" } },
    { line: "wx-domain scan miniprogram --format json --out domains.json", help: { en: "for other programs", "zh-CN": "供其他程序使用" } },
    { line: "wx-domain scan --baseline domains.json --fail-on missing,insecure,dynamic", help: { en: "fail on what is new since that report", "zh-CN": "仅对该报告之后的新问题报告失败" } },
    { line: "wx-domain scan --format sarif --out wx-domain.sarif", help: { en: "for GitHub's code scanning", "zh-CN": "供 GitHub code scanning 使用" } },
  ],

  run: async (context, given) => {
    const { terminal } = context;
    const format = readFormat(given.values.get("format"));
    const failOn = readFindings(given.values.get("fail-on"));
    const shown = onlyFolder(given.positionals);
    const folder = resolve(context.cwd, shown);
    await requireFolder(folder, shown);
    const { lists, note } = await givenLists(context, given, shown);
    const baseline = await givenBaseline(context, given);
    const out = given.values.get("out");
    // Late: a wrong option or --help shouldn't wait for a parser.
    const { inspect } = await import("../scan/inspect.ts");
    const { text, findings, notes } = inspect(folder, lists ?? {}, {
      format,
      locale: context.locale,
      style: out === undefined ? terminal.style : PLAIN,
      verbose: given.switches.has("verbose"),
      baseline,
      noteOnLists: note,
      status: terminal.isInteractive ? statusLine(process.stderr) : undefined,
      prefix: prefixOf(folder, context.cwd),
      version: await readVersion(),
    });
    // The table on the terminal begins with it.
    if (note !== undefined && (format !== "table" || out !== undefined)) terminal.note(note[context.locale]);
    for (const line of notes) terminal.note(line);
    if (out === undefined) await terminal.print(text);
    else await writeOut(out, context, text);
    const fails = lists !== undefined && failOn.some((finding) => findings.has(finding));
    return fails ? EXIT.findings : EXIT.clean;
  },
};

/** A file is no terminal. */
const PLAIN: Style = { bad: String, good: String, doubtful: String, strong: String };

/** Code scanning knows files by their paths from the folder where the command runs. */
function prefixOf(folder: string, cwd: string): string {
  const path = relative(cwd, folder);
  return path === "" || path.startsWith("..") || isAbsolute(path) ? "" : `${path.replaceAll(sep, "/")}/`;
}

function statusLine(stream: NodeJS.WritableStream): StatusLine {
  const ERASE = "\r\u001b[K";
  return { show: (text) => void stream.write(ERASE + text), clear: () => void stream.write(ERASE) };
}

async function givenBaseline({ cwd }: CommandContext, given: Given): Promise<Baseline> {
  const named = given.values.get("baseline");
  return named === undefined ? EMPTY_BASELINE : parseBaseline(await requireText(named, cwd, NO_BASELINE), named);
}

const NO_BASELINE: Localized = {
  en: "make one by wx-domain scan --format json --out FILE.",
  "zh-CN": "请用 wx-domain scan --format json --out FILE 生成。",
};

function onlyFolder(positionals: readonly string[]): string {
  const [folder = ".", ...more] = positionals;
  if (more.length === 0) return folder;
  throw usageError("one-folder", "scan takes one folder: wx-domain scan DIR. It finds every app below it.", "scan 只接受一个目录：wx-domain scan DIR，其下的所有小程序都会被扫描。");
}

function readFormat(text = "table"): Format {
  const format = FORMATS.find((known) => known === text);
  if (format !== undefined) return format;
  const all = FORMATS.join(", ");
  throw usageError("format", `scan has no such --format: give one of ${all}.`, `scan 不支持该 --format：请给出 ${all} 之一。`);
}

function readFindings(text: string | undefined): readonly Finding[] {
  if (text === undefined) return DEFAULT_FINDINGS;
  return text.split(",").map((word) => {
    const finding = FINDINGS.find((known) => known === word.trim());
    if (finding !== undefined) return finding;
    const all = FINDINGS.join(", ");
    throw usageError("fail-on", `--fail-on takes ${all}, with commas between them: such as --fail-on missing,insecure.`, `--fail-on 可取 ${all}，用逗号分隔：例如 --fail-on missing,insecure。`);
  });
}

interface GivenLists {
  /** Undefined: none were named, and there is no default file. */
  readonly lists: DomainLists | undefined;
  readonly note: Localized | undefined;
}

async function givenLists({ cwd }: CommandContext, given: Given, folder: string): Promise<GivenLists> {
  const named = given.values.get("domains");
  const file = named ?? join(folder, DEFAULT_DOMAIN_FILE);
  const snapshot = named === undefined ? await readSnapshot(file, cwd) : await requireSnapshot(file, cwd);
  return snapshot === undefined ? { lists: undefined, note: allUnknown(file) } : { lists: snapshot.lists, note: noteOnLists(snapshot, file) };
}

async function writeOut(shown: string, { cwd, redactor }: CommandContext, text: string): Promise<void> {
  try {
    await writeFile(resolve(cwd, shown), `${redactor.mask(text)}\n`);
  } catch (error) {
    const code = systemCode(error) ?? "?";
    throw new WxDomainError("scan/out", {
      en: `"${shown}" can't be written (${code}): give the path of a file in a folder that exists.`,
      "zh-CN": `无法写入“${shown}”（${code}）：请给出位于已有目录中的文件路径。`,
    });
  }
}

function allUnknown(file: string): Localized {
  return {
    en: `There is no ${file}, so every list is unknown and nothing can fail: in the project's folder run npx wx-domain init first, then ${pullCommand(file)}, or give --domains FILE.`,
    "zh-CN": `没有 ${file}，所有列表均视为未知，不会报告失败：请先在项目目录运行 npx wx-domain init，再运行 ${pullCommand(file)}，或使用 --domains FILE。`,
  };
}
