import json from "@eslint/json";
import { describeVerdict, parseSnapshot, WxDomainError, type Locale } from "@wx-domain/core";
import type { Rule } from "eslint";
import { Linter } from "eslint/universal";
import { configs, holdFiles, lintedFile, plugin, type JudgedCall, type JudgedValue, type PluginSettings } from "eslint-plugin-wx-domain/browser";
import { entryFor } from "./entry.ts";
import { offsetsOf } from "./offsets.ts";
import { parser } from "./parser.ts";
import { LISTS_FILE, type Answer, type Files, type Finding, type JudgedCallSite, type JudgedUrl, type Question } from "./protocol.ts";

/** The folders of the programs, for what thinks in absolute paths. */
const ROOTS = "/";

/** A call can have hundreds of values. */
const SHOWN_VALUES = 20;

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
  const fault = listsFault(files[LISTS_FILE], locale);
  const calls: JudgedCallSite[] = [];
  const config = configFor({ root, domains: fault === undefined ? LISTS_FILE : {}, locale, pageOrigins }, (path, call) => {
    const name = path.slice(root.length + 1);
    calls.push(describeCall(name, call, files[name] ?? "", locale));
  });
  const findings = Object.entries(files).flatMap(([path, text]) => {
    const messages = linter.verify(text, config, { filename: `${root}/${path}` });
    return messages.flatMap((message) => toFinding(path, text, message, locale) ?? []);
  });
  return { findings: fault === undefined ? findings : withListsFault(findings, fault), calls, unread: Object.keys(files).filter((path) => !isRead(path)) };
}

function isRead(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|vue|wxml)$/.test(path) || path === LISTS_FILE || PROJECT_FILES.includes(path) || /(?:^|\/)(?:app|package|pages|tsconfig)\.json$|(?:^|\/)\.env/.test(path);
}

/** Why the lists can't be read. Then they are unknown, and what needs no list is said all the same. */
function listsFault(text: string | undefined, locale: Locale): string | undefined {
  try {
    parseSnapshot(text ?? "", LISTS_FILE);
    return undefined;
  } catch (error) {
    if (error instanceof WxDomainError) return error.in(locale);
    throw error;
  }
}

/** Core's words in place of the parser's; a place, if somebody has found one. */
function withListsFault(findings: readonly Finding[], message: string): readonly Finding[] {
  const own = findings.find(({ file }) => file === LISTS_FILE);
  if (own?.rule === null) return findings.map((finding) => (finding === own ? { ...own, message } : finding));
  if (own !== undefined) return findings;
  return [...findings, { file: LISTS_FILE, from: 0, to: 0, line: 1, column: 1, severity: "error", rule: null, message, suggestions: [] }];
}

function configFor(settings: PluginSettings, seeCall: (path: string, call: JudgedCall) => void): Linter.Config[] {
  const rules = configs.strict.rules ?? {};
  const shared = {
    plugins: { "wx-domain": plugin, playground: { rules: { "see-calls": seeCalls(seeCall) } } },
    settings: { "wx-domain": settings },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: { ...rules, "playground/see-calls": "error" },
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

/** A rule that reports nothing: it sees the calls as the others do, with what they have already found out. */
function seeCalls(see: (path: string, call: JudgedCall) => void): Rule.RuleModule {
  return {
    create(context) {
      const file = lintedFile(context);
      const look = (): void => file.calls.forEach((call) => see(file.path, call));
      return { Program: look, Document: look };
    },
  };
}

function describeCall(file: string, { call, values }: JudgedCall, text: string, locale: Locale): JudgedCallSite {
  const { start, end } = call.span;
  const urls = values.slice(0, SHOWN_VALUES).map(({ value, judgement }): JudgedUrl => describeUrl({ value, judgement }, call.call, locale));
  return { file, from: start, to: end, line: text.slice(0, start).split("\n").length, callee: call.callee, urls, more: values.length - urls.length };
}

function describeUrl({ value, judgement }: JudgedValue, call: JudgedCall["call"]["call"], locale: Locale): JudgedUrl {
  if (judgement.kind !== "verdict") return { kind: judgement.kind, url: value.pattern };
  const { verdict, url } = judgement;
  const { status, reason, list } = verdict;
  const missing = status === "denied" && list !== null ? entryFor(url, call, list) : undefined;
  return { kind: "judged", url: value.pattern, status, reason, list, missing, description: describeVerdict(verdict, url, call, locale) };
}

/** ESLint's own words are English. */
const SYNTAX: Readonly<Record<Locale, (detail: string) => string>> = {
  en: (detail) => `The file can't be read: ${detail} Its calls are not checked.`,
  "zh-CN": (detail) => `无法读取此文件，其中的调用未被检查：${detail}`,
};

/** Undefined: ESLint's remark that no rule reads the file. */
function toFinding(file: string, text: string, message: Linter.LintMessage, locale: Locale): Finding | undefined {
  if (message.ruleId === null && message.fatal !== true) return undefined;
  const suggestions = (message.suggestions ?? []).map(({ desc, fix }) => ({ title: desc, from: fix.range[0], to: fix.range[1], insert: fix.text }));
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
