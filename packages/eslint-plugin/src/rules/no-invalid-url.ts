import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { reportCalls } from "../report/report-calls.ts";

export const noInvalidUrl: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow URLs that a network call refuses whatever the domain lists hold",
      recommended: true,
      url: docsUrl("no-invalid-url"),
    },
    schema: [],
    messages: {
      invalidUrl: "{{explanation}}",
    },
  },
  create(context) {
    lintedFile(context);
    return onceAFile(context, () => {
      reportCalls(context, { rule: "no-invalid-url", messageId: "invalidUrl" });
    });
  },
};
