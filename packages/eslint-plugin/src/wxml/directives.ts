import type { MarkupComment, MarkupElement } from "@wx-domain/analyzer";

/** `<!-- eslint-disable-next-line rule, other -- why -->` as ESLint takes it. */
export interface DisableDirective {
  readonly type: "disable" | "enable" | "disable-next-line" | "disable-line";
  /** The comment; or what reaches from it to the line before the one that is meant. */
  readonly node: MarkupComment | ReachingComment;
  /** The rules, separated by commas; empty: all. */
  readonly value: string;
  readonly justification: string;
}

export interface ReachingComment {
  readonly type: "Comment";
  readonly start: number;
  readonly end: number;
}

const DIRECTIVE = /^\s*eslint-(enable|disable(?:-next)?(?:-line)?)(?:\s+([^]*?))?\s*$/;
const JUSTIFICATION = /(?:^|\s)-{2,}\s/;

const TYPES: ReadonlyMap<string, DisableDirective["type"]> = new Map([
  ["enable", "enable"],
  ["disable", "disable"],
  ["disable-line", "disable-line"],
  ["disable-next-line", "disable-next-line"],
]);

/** The directive that a comment is; undefined: it is none. */
export function disableDirective(node: MarkupComment): (DisableDirective & { readonly node: MarkupComment }) | undefined {
  const [, name = "", rest = ""] = DIRECTIVE.exec(node.value) ?? [];
  const type = TYPES.get(name);
  if (type === undefined) return undefined;
  const [value = "", ...why] = rest.split(JUSTIFICATION);
  return { type, node, value: value.trim(), justification: why.join(" -- ").trim() };
}

/** The attributes whose values this plugin's rules report. */
const LOADING = /^(?:(?:v-bind)?:)?(?:src|url|poster)$/;

/**
 * Inside of a tag there can be no comment, and a tag often fills several lines. `eslint-disable-next-line` of this plugin's rules therefore means
 * the line, in the tag that begins on the next one, of the attribute that they report.
 */
export function aimed(directive: DisableDirective & { readonly node: MarkupComment }, next: MarkupElement | undefined, lines: Lines): DisableDirective {
  const { node, type, value } = directive;
  const isOwn = value !== "" && value.split(",").every((rule) => rule.trim().startsWith("wx-domain/"));
  if (type !== "disable-next-line" || !isOwn || next === undefined) return directive;
  const line = lines.lineOf(node.end) + 1;
  const attribute = next.attributes.find(({ name }) => LOADING.test(name));
  if (attribute === undefined || lines.lineOf(next.start) !== line || lines.lineOf(attribute.start) === line) return directive;
  return { ...directive, node: { type: "Comment", start: node.start, end: lines.startOf(lines.lineOf(attribute.start)) - 1 } };
}

/** Lines of a text, from 1. */
export interface Lines {
  readonly lineOf: (offset: number) => number;
  /** The offset at which a line begins. */
  readonly startOf: (line: number) => number;
}
