import { explainVerdict } from "@wx-domain/core";
import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { INVALID_URL_DOMAIN } from "../jssdk/texts.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { joinSentences } from "../report/explain-call.ts";
import { locationOf } from "../report/report-calls.ts";

export const jssdkPageDomain: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow wx.config on pages that are served from outside the JS-SDK's safe domains",
      recommended: true,
      url: docsUrl("jssdk-page-domain"),
    },
    schema: [],
    messages: {
      pageOutside: "{{explanation}}",
    },
  },
  create(context) {
    const file = lintedFile(context);
    const { lists, locale, pageOrigins } = file;
    // Without the setting nobody can tell where the pages are.
    if (pageOrigins.length === 0) return {};
    return onceAFile(context, () => {
      if (file.sdkConfigs.length === 0) return;
      const refused = pageOrigins.map((origin) => ({ origin, verdict: lists.check(origin, "js-sdk") })).filter(({ verdict }) => verdict.status === "denied");
      if (refused.length === 0) return;
      const sentences = refused.map(({ origin, verdict }) => explainVerdict(verdict, origin, "js-sdk", locale));
      const explanation = joinSentences([...sentences, INVALID_URL_DOMAIN[locale]()], locale);
      for (const { span } of file.sdkConfigs) {
        const head = context.sourceCode.text.indexOf("(", span.start);
        const callee = { start: span.start, end: head > span.start && head < span.end ? head : span.end };
        context.report({ loc: locationOf(context, callee), messageId: "pageOutside", data: { explanation } });
      }
    });
  },
};
