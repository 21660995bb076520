import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { NOT_ENCODED } from "../jssdk/texts.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { joinSentences } from "../report/explain-call.ts";
import { maskSecrets } from "../report/mask.ts";
import { locationOf, reportCalls } from "../report/report-calls.ts";

export const oauthRedirectDomain: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow redirects of WeChat's web authorization to hosts that are not registered, or that are not encoded",
      recommended: true,
      url: docsUrl("oauth-redirect-domain"),
    },
    schema: [],
    messages: {
      redirectOutside: "{{explanation}}",
      notEncoded: "{{explanation}}",
    },
  },
  create(context) {
    const file = lintedFile(context);
    return onceAFile(context, () => {
      reportCalls(context, { rule: "oauth-redirect-domain", messageId: "redirectOutside" });
      for (const { call } of file.calls) {
        for (const { name, span, texts } of call.options) {
          if (name !== "redirect_uri") continue;
          const explanation = joinSentences([...new Set(texts)].map((url) => NOT_ENCODED[file.locale](maskSecrets(url))), file.locale);
          context.report({ loc: locationOf(context, span), messageId: "notEncoded", data: { explanation } });
        }
      }
    });
  },
};
