import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { reportCalls } from "../report/report-calls.ts";
import { secureScheme } from "../report/suggest.ts";

export const noInsecureProtocol: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow http and ws in network calls",
      recommended: true,
      url: docsUrl("no-insecure-protocol"),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      insecure: "{{explanation}}",
      useScheme: "{{explanation}}",
    },
  },
  create(context) {
    lintedFile(context);
    return {
      Program() {
        reportCalls(context, {
          rule: "no-insecure-protocol",
          messageId: "insecure",
          suggest: { messageId: "useScheme", replacement: secureScheme },
        });
      },
    };
  },
};
