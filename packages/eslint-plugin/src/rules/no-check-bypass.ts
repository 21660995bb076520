import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { namingBy, type SyntaxNode } from "../lint/naming.ts";
import { locationOf } from "../report/report-calls.ts";
import { SKIP_OPTION, SKIP_QUERY } from "../report/texts.ts";

/** An undocumented option of the calls: both clients skip the check if it is true. Source: A. */
const OPTION = "__skipDomainCheck__";

/** DevTools passes a URL with this in its query, a phone does not. Source: T. */
const QUERY = /[?&]skip_domain_check=true(?![^&#])/;

export const noCheckBypass: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow turning the domain check off",
      recommended: true,
      url: docsUrl("no-check-bypass"),
    },
    schema: [],
    messages: {
      skipOption: "{{explanation}}",
      skipQuery: "{{explanation}}",
    },
  },
  create(context) {
    const file = lintedFile(context);

    function checkOption(node: Rule.Node): void {
      const naming = namingBy(node);
      if (naming?.name !== OPTION || isOff(naming.value) || file.vendored) return;
      context.report({ node, messageId: "skipOption", data: { explanation: SKIP_OPTION[file.locale]() } });
    }

    return {
      Program() {
        const explanation = SKIP_QUERY[file.locale]();
        for (const { call, values } of file.calls) {
          if (!values.some(({ value }) => QUERY.test(value.pattern))) continue;
          context.report({ loc: locationOf(context, call.urlSpan), messageId: "skipQuery", data: { explanation } });
        }
      },
      "ObjectExpression > Property": checkOption,
      AssignmentExpression: checkOption,
    };
  },
};

/** Anything but a plain `false` can be true on some run. */
function isOff(value: SyntaxNode): boolean {
  return value.type === "Literal" && "value" in value && value.value === false;
}
