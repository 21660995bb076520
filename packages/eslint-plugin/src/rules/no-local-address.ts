import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { reportCalls } from "../report/report-calls.ts";

export const noLocalAddress: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow network calls to the device itself, to addresses of the local network and to IP addresses",
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
    return {
      Program() {
        reportCalls(context, {
          rule: "no-local-address",
          messageId: "localAddress",
          keep: ({ judgement }) => !(allowLan && judgement.kind === "verdict" && judgement.verdict.reason === "lan-address"),
        });
      },
    };
  },
};
