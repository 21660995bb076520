import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Span } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Program } from "../program/program.ts";
import type { Element } from "../values/value.ts";
import type { FileCall } from "./file-analysis.ts";
import { withLiteral } from "./file-calls.ts";
import { redirectsOf, type Redirect } from "./redirects.ts";
import { describeValues } from "./url-values.ts";

/** Whether a value is made of the address that the page itself has: `location.href`. */
export function isPageAddress(element: Element): boolean {
  if (element.kind === "unknown") return element.detail === "location";
  const first = element.kind === "string" ? element.pattern[0] : undefined;
  return first?.kind === "hole" && first.hole.detail === "location";
}

/** Where a page of WeChat's browser sends a person for authorization, as calls that are bound to a list. */
export function redirectCalls(ev: Evaluator, module: Module, text: string, program: Pick<Program, "moduleAt">): readonly FileCall[] {
  return redirectsOf(ev, module).map((redirect) => redirectCall(redirect, module, text, program));
}

/** A piece of a text begins at the quote before it, but is as long as what the quotes hold. */
function withQuotes(span: Span, text: string): Span {
  const quote = text[span.start] ?? "";
  if (quote === "`") return { start: span.start + 1, end: span.end + 1 };
  return /["']/.test(quote) && text[span.end - 1] !== quote ? { start: span.start, end: span.end + 2 } : span;
}

function redirectCall({ span: inside, value, raw }: Redirect, module: Module, text: string, program: Pick<Program, "moduleAt">): FileCall {
  const span = withQuotes(inside, text);
  const { values, dynamic } = describeValues(value, program.moduleAt);
  return {
    kind: "redirect",
    call: "oauth-redirect",
    callee: "redirect_uri",
    span,
    urlSpan: span,
    values: values.map((one) => withLiteral(one, [module], text)),
    dynamic,
    sink: undefined,
    options: raw.length === 0 ? [] : [{ name: "redirect_uri", span, texts: raw }],
  };
}
