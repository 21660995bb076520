import { parseRawUrl, type Locale } from "@wx-domain/core";
import type { FileCall } from "@wx-domain/analyzer";
import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { joinSentences } from "../report/explain-call.ts";
import { maskSecrets } from "../report/mask.ts";
import { locationOf, reportCalls } from "../report/report-calls.ts";
import { LOWER_METHOD, REFERER, TLS_ON_80, UNKNOWN_METHOD, USE_TEXT } from "../report/texts.ts";

/** The methods of wx.request, in upper case. Source: D api wx.request. */
const METHODS: ReadonlySet<string> = new Set(["OPTIONS", "GET", "HEAD", "POST", "PUT", "DELETE", "TRACE", "CONNECT"]);

export const validRequestOptions: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow options that a network call refuses: methods, the Referer, ports",
      recommended: true,
      url: docsUrl("valid-request-options"),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      forbiddenPort: "{{explanation}}",
      tlsOn80: "{{explanation}}",
      referer: "{{explanation}}",
      method: "{{explanation}}",
      useMethod: "{{explanation}}",
    },
  },
  create(context) {
    const file = lintedFile(context);
    return onceAFile(context, () => {
      reportCalls(context, { rule: "valid-request-options", messageId: "forbiddenPort" });
      for (const { call } of file.calls) {
        checkTlsPort(context, call, file.locale);
        checkOptions(context, call, file.locale);
      }
    });
  },
};

function checkTlsPort(context: Rule.RuleContext, call: FileCall, locale: Locale): void {
  if (call.call !== "connectSocket") return;
  const urls = call.values.flatMap(({ origin }) => (origin.kind === "known" && isTlsOn80(origin.origin) ? [maskSecrets(origin.origin)] : []));
  if (urls.length === 0) return;
  const explanation = joinSentences([...new Set(urls)].map((url) => TLS_ON_80[locale](url)), locale);
  context.report({ loc: locationOf(context, call.urlSpan), messageId: "tlsOn80", data: { explanation } });
}

function isTlsOn80(origin: string): boolean {
  const url = parseRawUrl(origin);
  return url.kind === "absolute" && url.scheme === "wss" && url.port === "80";
}

function checkOptions(context: Rule.RuleContext, { options }: FileCall, locale: Locale): void {
  for (const { name, span, texts } of options) {
    const loc = locationOf(context, span);
    if (name === "header" && texts.some((field) => field.toLowerCase() === "referer")) {
      context.report({ loc, messageId: "referer", data: { explanation: REFERER[locale]() } });
    }
    for (const method of name === "method" ? texts.filter((text) => !METHODS.has(text)) : []) {
      const upper = method.toUpperCase();
      const isKnown = METHODS.has(upper);
      const explanation = isKnown ? LOWER_METHOD[locale](method, upper) : UNKNOWN_METHOD[locale](method, [...METHODS].join(", "));
      const isLiteral = /^(["'`])(.*)\1$/.exec(context.sourceCode.text.slice(span.start, span.end))?.[2] === method;
      context.report({
        loc,
        messageId: "method",
        data: { explanation },
        suggest:
          isKnown && isLiteral
            ? [{ messageId: "useMethod", data: { explanation: USE_TEXT[locale](method, upper) }, fix: (fixer) => fixer.replaceTextRange([span.start + 1, span.end - 1], upper) }]
            : [],
      });
    }
  }
}
