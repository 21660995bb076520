import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAScript } from "../lint/once-a-file.ts";
import { explainSkipped } from "../report/explain-skipped.ts";
import { reportCalls } from "../report/report-calls.ts";
import { nearestEntry } from "../report/suggest.ts";

export const noUnlistedDomain: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow network calls to domains that the app's domain lists do not hold",
      recommended: true,
      url: docsUrl("no-unlisted-domain"),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      unlisted: "{{explanation}}",
      useEntry: "{{explanation}}",
      skipped: "{{explanation}}",
    },
  },
  create(context) {
    const file = lintedFile(context);
    return onceAScript(context, () => {
      // The rule that people trust to have looked at every call says so when it could not.
      if (file.skipped !== undefined && !file.vendored) {
        const explanation = explainSkipped(file.skipped, file.locale);
        context.report({ loc: { line: 1, column: 0 }, messageId: "skipped", data: { explanation } });
      }
      reportCalls(context, {
        rule: "no-unlisted-domain",
        messageId: "unlisted",
        suggest: { messageId: "useEntry", replacement: nearestEntry },
      });
    });
  },
};
