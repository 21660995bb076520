import { explainVerdict, type Locale, type Localized } from "@wx-domain/core";
import type { Location, Log, ReportingDescriptor, Result, ThreadFlowLocation } from "sarif";
import type { Baseline } from "./baseline.ts";
import { findingOf, FINDINGS, type Finding } from "./findings.ts";
import type { Inventory, JudgedCall, JudgedValue } from "./inventory.ts";
import type { ReportedPlace } from "./report.ts";
import { REASON_LABELS } from "./table/reason-labels.ts";

interface SarifOptions {
  readonly locale: Locale;
  /** The scanned folder as seen from the repository's root, with a slash at its end; empty if it is that. */
  readonly prefix: string;
  readonly version: string;
  readonly baseline: Baseline;
  /** Why it can't be determined where a call goes. */
  readonly whyOpen: (call: JudgedCall, locale: Locale) => readonly string[];
}

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const RULES: Readonly<Record<Finding, { readonly level: Result.level; readonly name: string; readonly text: Localized }>> = {
  missing: {
    level: "error",
    name: "MissingDomain",
    text: { en: "A network call's origin isn't in the domain list that the call is bound to.", "zh-CN": "网络调用的域名未配置在对应的合法域名列表中。" },
  },
  insecure: {
    level: "error",
    name: "ImpossibleUrl",
    text: { en: "A network call's URL is refused whatever the domain lists hold: http, a local address, an IP address, no host.", "zh-CN": "该 URL 无论如何配置都会被拒绝：http、本机地址、IP 地址或缺少域名。" },
  },
  dynamic: {
    level: "note",
    name: "UnknownDomain",
    text: { en: "It can't be determined from the program's text where a network call goes.", "zh-CN": "无法从代码确定该网络调用访问的域名。" },
  },
};

/** The text of `--format sarif`: SARIF 2.1.0, as GitHub's code scanning takes it. */
export function formatSarif({ calls }: Inventory, options: SarifOptions): string {
  const own = calls.filter((call) => !call.vendored);
  const log: Log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "wx-domain", semanticVersion: options.version, rules: FINDINGS.map((finding) => ruleOf(finding, options.locale)) } },
        columnKind: "utf16CodeUnits",
        results: own.flatMap((call) => resultsOf(call, options)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function ruleOf(finding: Finding, locale: Locale): ReportingDescriptor {
  const { level, name, text } = RULES[finding];
  return { id: finding, name, shortDescription: { text: text[locale] }, defaultConfiguration: { level } };
}

function resultsOf(call: JudgedCall, options: SarifOptions): Result[] {
  const { locale, baseline } = options;
  const results = call.values.flatMap((value): Result[] => {
    const finding = findingOf(value);
    if (finding === undefined || value.reason === undefined) return [];
    const text =
      value.verdict === undefined ? `${call.callee}: ${value.pattern}: ${REASON_LABELS[value.reason][locale]}` : explainVerdict(value.verdict, value.url, call.call, locale);
    const result = resultOf(finding, text, [call.file, call.callee, value.pattern, value.reason], call, baseline.holdsValue(call, value), options);
    const way = wayOf(call, value);
    if (way.length < 2) return [result];
    return [{ ...result, codeFlows: [{ threadFlows: [{ locations: way.map((place): ThreadFlowLocation => ({ location: locationOf(place, options) })) }] }] }];
  });
  if (!call.dynamic) return results;
  const why = options.whyOpen(call, locale).join(locale === "en" ? "; " : "；");
  return [...results, resultOf("dynamic", `${call.callee}: ${why}`, [call.file, call.callee], call, baseline.holdsOpen(call), options)];
}

function resultOf(ruleId: Finding, text: string, identity: readonly string[], call: JudgedCall, isOld: boolean, options: SarifOptions): Result {
  return {
    ruleId,
    ruleIndex: FINDINGS.indexOf(ruleId),
    level: RULES[ruleId].level,
    message: { text },
    locations: [locationOf(call, options, call.column)],
    // What stays when lines move.
    partialFingerprints: { "wxDomain/v1": JSON.stringify(identity) },
    ...(isOld ? { baselineState: "unchanged", suppressions: [{ kind: "external" }] } : {}),
  };
}

/** From the text to the call. */
function wayOf(call: JudgedCall, { from, via }: JudgedValue): readonly ReportedPlace[] {
  const places = [...from.slice(0, 1), ...[...via].reverse(), call];
  return places.filter((place, at) => at === 0 || place.file !== places[at - 1]?.file || place.line !== places[at - 1]?.line);
}

function locationOf({ file, line }: ReportedPlace, { prefix }: SarifOptions, column?: number): Location {
  const uri = `${prefix}${file}`.split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } } };
}
