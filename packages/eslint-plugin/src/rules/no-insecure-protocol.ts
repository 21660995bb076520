import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { reportCalls } from "../report/report-calls.ts";
import { reportLoads } from "../report/report-loads.ts";
import { secureScheme } from "../report/suggest.ts";

export const noInsecureProtocol: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow http and ws in network calls, and http in web-views and media",
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
    return onceAFile(context, () => {
      reportCalls(context, {
        rule: "no-insecure-protocol",
        messageId: "insecure",
        suggest: { messageId: "useScheme", replacement: secureScheme },
      });
      reportLoads(context, { faults: ["insecure"], messageId: "insecure", useScheme: "useScheme" });
    });
  },
};
