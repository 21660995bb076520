import type { MarkupComment } from "@wx-domain/analyzer";

/** `<!-- eslint-disable-next-line rule, other -- why -->` as ESLint takes it. */
export interface DisableDirective {
  readonly type: "disable" | "enable" | "disable-next-line" | "disable-line";
  readonly node: MarkupComment;
  /** The rules, separated by commas; empty: all. */
  readonly value: string;
  readonly justification: string;
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
export function disableDirective(node: MarkupComment): DisableDirective | undefined {
  const [, name = "", rest = ""] = DIRECTIVE.exec(node.value) ?? [];
  const type = TYPES.get(name);
  if (type === undefined) return undefined;
  const [value = "", ...why] = rest.split(JUSTIFICATION);
  return { type, node, value: value.trim(), justification: why.join(" -- ").trim() };
}
