import json from "@eslint/json";
import { parseRawUrl, type Locale } from "@wx-domain/core";
import type { Rule } from "eslint";
import { Linter } from "eslint/universal";
import { configs, holdFiles, lintedFile, plugin, type LintedFile, type PluginSettings } from "eslint-plugin-wx-domain/browser";
import { seenCalls, type SeenCall } from "./calls.ts";
import { readLists } from "./lists.ts";
import { offsetsOf } from "./offsets.ts";
import { parser } from "./parser.ts";
import { LISTS_FILE, type Addition, type Answer, type Edit, type Files, type Finding, type Question, type Suggestion } from "./protocol.ts";

/** The folders of the programs, for what thinks in absolute paths. */
const ROOTS = "/";

const SCRIPTS = ["**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx,vue}"];
const PROJECT_FILES = ["project.config.json", "project.private.config.json", "manifest.json", "src/manifest.json"];

const linter = new Linter({ cwd: ROOTS });

let layout = "";
let programs = 0;

/**
 * The program's folder. The analyzer finds out once where an app's parts lie, since an editor's apps stay where they are: with other files, or
 * other settings in them, this is another app.
 */
function rootOf(files: Files): string {
  const now = Object.entries(files).map(([name, text]) => (name.endsWith(".json") && name !== LISTS_FILE ? `${name}\0${text}` : name));
  const text = now.sort().join("\0");
  if (text !== layout) programs++;
  layout = text;
  return `${ROOTS}app${String(programs)}`;
}

/** What all the rules say about all the files, and what the lists say about each call. */
export function answer({ files, locale, pageOrigins }: Question): Answer {
  const root = rootOf(files);
  holdFiles(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text])));
  const read = readLists(files[LISTS_FILE] ?? "", locale);
  const calls: SeenCall[] = [];
  const config = configFor({ root, domains: read.lists, locale, pageOrigins }, (file) => {
    const name = file.path.slice(root.length + 1);
    calls.push(...seenCalls({ file, name, text: files[name] ?? "", read, locale }));
  });
  const found = Object.entries(files).flatMap(([path, text]) => {
    const messages = linter.verify(text, config, { filename: `${root}/${path}` });
    return messages.flatMap((message) => toFinding(path, text, message, locale) ?? []);
  });
  const findings = found.map((finding) => withAdditions(finding, files[finding.file] ?? "", calls));
  return {
    findings: read.fault === undefined ? findings : withListsFault(findings, read.fault),
    calls: calls.map(({ site }) => site),
    unread: Object.keys(files).filter((path) => !isRead(path)),
    checkIsOff: findings.some(({ file, rule }) => rule === "no-check-bypass" && PROJECT_FILES.includes(file)),
  };
}

function isRead(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|vue|wxml)$/.test(path) || path === LISTS_FILE || PROJECT_FILES.includes(path) || /(?:^|\/)(?:app|package|pages|tsconfig)\.json$|(?:^|\/)\.env/.test(path);
}

/** Core's words in place of the parser's; a place, if somebody has found one. */
function withListsFault(findings: readonly Finding[], message: string): readonly Finding[] {
  const own = findings.find(({ file }) => file === LISTS_FILE);
  if (own?.rule === null) return findings.map((finding) => (finding === own ? { ...own, message } : finding));
  if (own !== undefined) return findings;
  return [...findings, { file: LISTS_FILE, from: 0, to: 0, line: 1, column: 1, severity: "error", rule: null, message, suggestions: [] }];
}

function configFor(settings: PluginSettings, see: (file: LintedFile) => void): Linter.Config[] {
  const rules = configs.strict.rules ?? {};
  const shared = {
    plugins: { "wx-domain": plugin, playground: { rules: { "see-files": seeFiles(see) } } },
    settings: { "wx-domain": settings },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: { ...rules, "playground/see-files": "error" },
  } as const;
  const only = (name: "no-check-bypass" | "valid-domain-lists"): Linter.RulesRecord => ({ [`wx-domain/${name}`]: "error" });
  const ofJson = { plugins: { "wx-domain": plugin, json }, settings: { "wx-domain": settings } };
  return [
    { ...shared, files: SCRIPTS, languageOptions: { parser } },
    { ...shared, files: ["**/*.wxml"], language: "wx-domain/wxml" },
    { ...ofJson, files: PROJECT_FILES.map((name) => `*/${name}`), language: "json/jsonc", languageOptions: { allowTrailingCommas: true }, rules: only("no-check-bypass") },
    { ...ofJson, files: [`*/${LISTS_FILE}`], language: "json/json", rules: only("valid-domain-lists") },
  ];
}

/** A rule that reports nothing: it sees the file as the others do, with what they have already found out. */
function seeFiles(see: (file: LintedFile) => void): Rule.RuleModule {
  return {
    create(context) {
      const file = lintedFile(context);
      const look = (): void => see(file);
      return { Program: look, Document: look };
    },
  };
}

/** The rules whose findings an entry more can mend. */
const MENDED_BY_ENTRY: ReadonlySet<string | null> = new Set(["no-unlisted-domain", "web-view-domain", "jssdk-page-domain", "jssdk-share-domain", "oauth-redirect-domain"]);

/** A rule can't propose to change another file. What keeps the host goes first, and what sends the call to another one last. */
function withAdditions(finding: Finding, text: string, calls: readonly SeenCall[]): Finding {
  if (!MENDED_BY_ENTRY.has(finding.rule)) return finding;
  const additions = new Map<string, Addition>();
  for (const { site, urlFrom } of calls) {
    if (site.file !== finding.file || urlFrom !== finding.from) continue;
    for (const url of site.urls) if (url.kind === "judged" && url.status === "denied" && url.addition !== undefined) additions.set(`${url.addition.list} ${url.addition.entry}`, url.addition);
  }
  const keepsHost = (suggestion: Suggestion): boolean => suggestion.kind === "edit" && hostOf(text.slice(suggestion.from, suggestion.to)) === hostOf(suggestion.insert);
  const same = finding.suggestions.filter(keepsHost);
  return { ...finding, suggestions: [...same, ...additions.values(), ...finding.suggestions.filter((one) => !same.includes(one))] };
}

function hostOf(url: string): string | undefined {
  const raw = parseRawUrl(url);
  return raw.kind === "absolute" ? raw.host.toLowerCase() : undefined;
}

/** ESLint's own words are English. */
const SYNTAX: Readonly<Record<Locale, (detail: string) => string>> = {
  en: (detail) => `The file can't be read: ${detail} Its calls are not checked.`,
  "zh-CN": (detail) => `语法有误，无法读取此文件，其中的调用未被检查。解析器的提示：${detail}`,
};

/** Undefined: ESLint's remark that no rule reads the file. */
function toFinding(file: string, text: string, message: Linter.LintMessage, locale: Locale): Finding | undefined {
  if (message.ruleId === null && message.fatal !== true) return undefined;
  const suggestions = (message.suggestions ?? []).map(({ desc, fix }): Edit => ({ kind: "edit", title: desc, from: fix.range[0], to: fix.range[1], insert: fix.text }));
  return {
    file,
    ...offsetsOf(text, message),
    line: message.line,
    column: message.column,
    severity: message.severity === 2 ? "error" : "warning",
    rule: message.ruleId?.replace("wx-domain/", "") ?? null,
    message: message.fatal === true ? SYNTAX[locale](message.message.replace(/^Parsing error: /, "")) : message.message,
    suggestions,
  };
}
