import { createHash } from "node:crypto";
import { posix } from "node:path";
import { explainVerdict, type Locale, type Localized } from "@wx-domain/core";
import type { Location, Log, Region, ReportingDescriptor, Result, ThreadFlowLocation } from "sarif";
import type { Baseline } from "./baseline.ts";
import { findingGroups, identityOf } from "./finding-groups.ts";
import { FINDINGS, type Finding } from "./findings.ts";
import type { Inventory, JudgedCall, JudgedValue } from "./inventory.ts";
import type { ReportedPlace } from "./report.ts";
import { REASON_LABELS } from "./table/reason-labels.ts";

interface SarifOptions {
  readonly locale: Locale;
  /** The scanned folder as seen from the repository's root, with a slash at its end; empty if it is that. */
  readonly prefix: string;
  readonly version: string;
  readonly baseline: Baseline;
  /** The lines of a scanned file; undefined: it can't be read. */
  readonly linesOf: (file: string) => readonly string[] | undefined;
  /** Why it can't be determined where a call goes. */
  readonly whyOpen: (call: JudgedCall, locale: Locale) => readonly string[];
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** GitHub refuses a run with more. Source: GitHub, "SARIF support for code scanning", limits. */
const MOST_RESULTS = 25_000;

interface Rule {
  readonly level: "error" | "note";
  readonly name: string;
  readonly text: Localized;
  readonly help: Localized;
}

const RULES: Readonly<Record<Finding, Rule>> = {
  missing: {
    level: "error",
    name: "MissingDomain",
    text: { en: "A network call's origin isn't in the domain list that the call is bound to.", "zh-CN": "网络调用的域名未配置在对应的合法域名列表中。" },
    help: {
      en: "Phones refuse the call. Add the origin to the list in the console (wx-domain scan prints the text of each field), or mend the URL if it is a slip.",
      "zh-CN": "手机会拒绝该调用。请在后台将域名加入列表（wx-domain scan 会给出每个字段的内容）；若为笔误，请修改 URL。",
    },
  },
  insecure: {
    level: "error",
    name: "ImpossibleUrl",
    text: { en: "A network call's URL is refused whatever the domain lists hold: http, a local address, an IP address, no host.", "zh-CN": "该 URL 无论如何配置都会被拒绝：http、本机地址、IP 地址或缺少域名。" },
    help: {
      en: "No entry of a domain list can allow such a URL: use https (wss for sockets) and the domain of a server that users can reach.",
      "zh-CN": "任何列表配置都不能放行此类 URL：请使用 https（socket 用 wss）以及用户可访问的服务器域名。",
    },
  },
  dynamic: {
    level: "note",
    name: "UnknownDomain",
    text: { en: "It can't be determined from the program's text where a network call goes.", "zh-CN": "无法从代码确定该网络调用访问的域名。" },
    help: {
      en: "Look at the place that the message names, and make sure that every host which can get there is in the list.",
      "zh-CN": "请查看消息中指出的位置，确认可能出现的域名均已配置。",
    },
  },
};

/** The text of `--format sarif`: SARIF 2.1.0, as GitHub's code scanning takes it. */
export function formatSarif({ calls }: Inventory, options: SarifOptions): string {
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "wx-domain", semanticVersion: options.version, rules: FINDINGS.map((finding) => ruleOf(finding, options.locale)) } },
        columnKind: "utf16CodeUnits",
        results: bounded(fingerprinted(calls.flatMap((call) => resultsOf(call, options)))),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function ruleOf(finding: Finding, locale: Locale): ReportingDescriptor {
  const { level, name, text, help } = RULES[finding];
  return {
    id: finding,
    name,
    shortDescription: { text: text[locale] },
    fullDescription: { text: text[locale] },
    help: { text: help[locale] },
    defaultConfiguration: { level },
    properties: { precision: "high", "problem.severity": level === "error" ? "error" : "recommendation" },
  };
}

/** A result, and what stays of it when lines move. */
interface Identified {
  readonly result: Result;
  readonly identity: readonly string[];
}

/** GitHub tells results of one rule and file apart by this hash alone: each has its own, the second of two equal ones, too. */
function fingerprinted(results: readonly Identified[]): Result[] {
  const seen = new Map<string, number>();
  return results.map(({ result, identity }) => {
    const text = JSON.stringify([result.ruleId, ...identity]);
    const nth = (seen.get(text) ?? 0) + 1;
    seen.set(text, nth);
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
    return { ...result, partialFingerprints: { primaryLocationLineHash: `${hash}:${String(nth)}`, "wxDomain/v1": JSON.stringify(identity) } };
  });
}

function bounded(results: Result[]): Result[] {
  if (results.length <= MOST_RESULTS) return results;
  return [...results.filter(({ level }) => level === "error"), ...results.filter(({ level }) => level !== "error")].slice(0, MOST_RESULTS);
}

function resultsOf(call: JudgedCall, options: SarifOptions): Identified[] {
  const { locale, baseline } = options;
  const results = findingGroups(call, baseline).map(({ kind, first, others, isOld }): Identified => {
    const { result, identity } = resultOf(kind, textOf(call, first, others.length, locale), [call.file, call.callee, identityOf(first)], call, isOld, options);
    const way = wayOf(call, first);
    if (way.length < 2) return { result, identity };
    const locations = way.map((place): ThreadFlowLocation => ({ location: locationOf(place, options) }));
    return { result: { ...result, codeFlows: [{ threadFlows: [{ locations }] }] }, identity };
  });
  if (!call.dynamic || call.vendored) return results;
  const why = options.whyOpen(call, locale).join(locale === "en" ? "; " : "；");
  return [...results, resultOf("dynamic", `${call.callee}: ${why}`, [call.file, call.callee], call, baseline.holdsOpen(call), options)];
}

function textOf(call: JudgedCall, { verdict, reason, pattern, url }: JudgedValue, others: number, locale: Locale): string {
  const label = reason === undefined ? "" : REASON_LABELS[reason][locale];
  const text = verdict === undefined ? `${call.callee}: ${pattern}: ${label}` : explainVerdict(verdict, url, call.call, locale, call.callee);
  if (others === 0) return text;
  return text + { en: ` (And ${String(others)} more such URL${others === 1 ? "" : "s"} here.)`, "zh-CN": `（此处另有 ${String(others)} 个同类 URL。）` }[locale];
}

function resultOf(ruleId: Finding, text: string, identity: readonly string[], call: JudgedCall, isOld: boolean, options: SarifOptions): Identified {
  const result: Result = {
    ruleId,
    ruleIndex: FINDINGS.indexOf(ruleId),
    level: RULES[ruleId].level,
    message: { text },
    locations: [locationOf(call, options, call.column)],
    ...(isOld ? { baselineState: "unchanged", suppressions: [{ kind: "external" }] } : {}),
  };
  return { result, identity };
}

/** From the text to the call. */
function wayOf(call: JudgedCall, { from, via }: JudgedValue): readonly ReportedPlace[] {
  const places = [...from.slice(0, 1), ...[...via].reverse(), call];
  return places.filter((place, at) => at === 0 || place.file !== places[at - 1]?.file || place.line !== places[at - 1]?.line);
}

function locationOf(place: ReportedPlace, options: SarifOptions, column = 1): Location {
  // A package beside the scanned folder, too, is seen from the repository's root.
  const path = posix.normalize(`${options.prefix}${place.file}`);
  const uri = path.split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region: regionOf(place, column, options) } };
}

/** To the end of the line. */
function regionOf({ file, line }: ReportedPlace, column: number, { linesOf }: SarifOptions): Region {
  const length = linesOf(file)?.[line - 1]?.length ?? 0;
  return { startLine: line, startColumn: column, endLine: line, endColumn: Math.max(length, column) + 1 };
}
