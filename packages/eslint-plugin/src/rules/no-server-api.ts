import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { namingBy } from "../lint/naming.ts";
import { isServerCode } from "../lint/server-code.ts";
import { reportCalls } from "../report/report-calls.ts";
import { insteadOfServerApi } from "../report/server-apis.ts";
import { APP_SECRET } from "../report/texts.ts";

/** An AppSecret has 32 hexadecimal digits. Source: D, getAccessToken. */
const APP_SECRET_VALUE = /^[0-9a-f]{32}$/i;
const IN_QUERY = /secret=[0-9a-f]{32}(?![0-9a-f])/i;

/** What every text with one of them holds: hardly a file does, and in the others no literal is looked at. */
const NAMES_SECRET = /secret/i;

export const noServerApi: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow WeChat's server APIs and the AppSecret in the app's code",
      recommended: true,
      url: docsUrl("no-server-api"),
    },
    schema: [],
    messages: {
      serverApi: "{{explanation}}",
      appSecret: "{{explanation}}",
    },
  },
  create(context) {
    const file = lintedFile(context);

    function reportSecret(node: Rule.Node): void {
      if (!file.vendored && !isServerCode(file.path, context.sourceCode.text)) context.report({ node, messageId: "appSecret", data: { explanation: APP_SECRET[file.locale]() } });
    }

    const onCalls = onceAFile(context, () => {
      reportCalls(context, { rule: "no-server-api", messageId: "serverApi", remark: insteadOfServerApi });
    });
    if (!NAMES_SECRET.test(context.sourceCode.text)) return onCalls;
    return {
      ...onCalls,
      Literal(node) {
        if (typeof node.value !== "string") return;
        const naming = APP_SECRET_VALUE.test(node.value) ? namingBy(node.parent) : undefined;
        const isSecret = naming?.value === node && NAMES_SECRET.test(naming.name);
        if (isSecret || IN_QUERY.test(node.value)) reportSecret(node);
      },
      TemplateElement(node) {
        if (IN_QUERY.test(node.value.raw)) reportSecret(node);
      },
    };
  },
};
