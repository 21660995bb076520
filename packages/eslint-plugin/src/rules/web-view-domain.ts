import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { reportCalls } from "../report/report-calls.ts";
import { nearestEntry } from "../report/suggest.ts";

export const webViewDomain: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow web-views whose page is in no business domain",
      recommended: true,
      url: docsUrl("web-view-domain"),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      unlisted: "{{explanation}}",
      useEntry: "{{explanation}}",
    },
  },
  create(context) {
    lintedFile(context);
    return onceAFile(context, () => {
      reportCalls(context, {
        rule: "web-view-domain",
        messageId: "unlisted",
        suggest: { messageId: "useEntry", replacement: nearestEntry },
      });
    });
  },
};
