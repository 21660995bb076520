import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { analyzerTools } from "../lint/analyzer-module.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAScript } from "../lint/once-a-file.ts";
import { explainDynamic } from "../report/explain-dynamic.ts";
import { locationOf } from "../report/report-calls.ts";

export const noDynamicUrl: Rule.RuleModule = {
  meta: {
    type: "suggestion",
    docs: {
      description: "disallow URLs whose domain can't be determined without running the app",
      recommended: false,
      url: docsUrl("no-dynamic-url"),
    },
    schema: [],
    messages: {
      dynamic: "{{explanation}}",
    },
  },
  create(context) {
    const file = lintedFile(context);
    return onceAScript(context, () => {
      for (const judged of file.calls) {
        const explanation = explainDynamic(judged, analyzerTools().explainHole, file.locale);
        if (explanation === undefined) continue;
        context.report({ loc: locationOf(context, judged.call.urlSpan), messageId: "dynamic", data: { explanation } });
      }
    });
  },
};
