import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { reportCalls } from "../report/report-calls.ts";
import { reportLoads } from "../report/report-loads.ts";

export const noLocalAddress: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow the device itself, addresses of the local network and IP addresses in network calls, web-views and media",
      recommended: true,
      url: docsUrl("no-local-address"),
    },
    schema: [
      {
        type: "object",
        description: "What is let pass.",
        properties: {
          allowLan: {
            type: "boolean",
            description: "Let private IPv4 addresses pass: WeChat allows calls to devices in the phone's own network.",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allowLan: false }],
    messages: {
      localAddress: "{{explanation}}",
    },
  },
  create(context) {
    lintedFile(context);
    // ESLint 8.57 passes no default options.
    const options: readonly unknown[] = context.options;
    const [option] = options;
    const allowLan = typeof option === "object" && option !== null && "allowLan" in option && option.allowLan === true;
    return onceAFile(context, () => {
      reportCalls(context, {
        rule: "no-local-address",
        messageId: "localAddress",
        keep: ({ judgement }) => !(allowLan && judgement.kind === "verdict" && judgement.verdict.reason === "lan-address"),
      });
      reportLoads(context, { faults: allowLan ? ["local-address"] : ["local-address", "lan-address"], messageId: "localAddress" });
    });
  },
};
