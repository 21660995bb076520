import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { reportCalls } from "../report/report-calls.ts";
import { nearestEntry } from "../report/suggest.ts";

export const jssdkShareDomain: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow share links outside the JS-SDK's safe domains",
      recommended: true,
      url: docsUrl("jssdk-share-domain"),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      linkOutside: "{{explanation}}",
      useEntry: "{{explanation}}",
    },
  },
  create(context) {
    lintedFile(context);
    return onceAFile(context, () => {
      reportCalls(context, { rule: "jssdk-share-domain", messageId: "linkOutside", suggest: { messageId: "useEntry", replacement: nearestEntry } });
    });
  },
};
