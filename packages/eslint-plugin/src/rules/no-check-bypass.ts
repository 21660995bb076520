import { basename } from "node:path";
import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { isJsonDocument, valueAt } from "../json/document.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAScript } from "../lint/once-a-file.ts";
import { namingBy, type SyntaxNode } from "../lint/naming.ts";
import { locationOf } from "../report/report-calls.ts";
import { SKIP_OPTION, SKIP_QUERY, TURN_ON, URL_CHECK_OFF } from "../report/texts.ts";
import { localeOf } from "../settings/check-settings.ts";

/** An undocumented option of the calls: both clients skip the check if it is true. Source: A. */
const OPTION = "__skipDomainCheck__";

/** DevTools passes a URL with this in its query, a phone does not. Source: T. */
const QUERY = /[?&]skip_domain_check=true(?![^&#])/;

/**
 * Where a project file says whether DevTools checks domains. The private file wins over the other, but each is judged on its own text: one
 * is committed for all, the other is what its author sees. Sources: D project.config.json; uni-app, manifest.json.
 */
const URL_CHECK: ReadonlyMap<string, readonly string[]> = new Map([
  ["project.config.json", ["setting", "urlCheck"]],
  ["project.private.config.json", ["setting", "urlCheck"]],
  ["manifest.json", ["mp-weixin", "setting", "urlCheck"]],
]);

/** Plugins of uni-app are projects of others, and their manifests are none of the app's. */
const PLUGIN_FOLDER = /[\\/](?:uni_modules|node_modules)[\\/]/;

export const noCheckBypass: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow turning the domain check off",
      recommended: true,
      url: docsUrl("no-check-bypass"),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      skipOption: "{{explanation}}",
      skipQuery: "{{explanation}}",
      urlCheckOff: "{{explanation}}",
      turnOn: "{{explanation}}",
    },
  },
  create(context) {
    if (isJsonDocument(context.sourceCode.ast)) return { Document: (root: unknown) => checkProjectFile(context, root) };
    const file = lintedFile(context);

    function checkOption(node: Rule.Node): void {
      const naming = namingBy(node);
      if (naming?.name !== OPTION || isOff(naming.value) || file.vendored) return;
      context.report({ node, messageId: "skipOption", data: { explanation: SKIP_OPTION[file.locale]() } });
    }

    function checkQueries(): void {
      const explanation = SKIP_QUERY[file.locale]();
      for (const { call, values } of file.calls) {
        if (!values.some(({ value }) => QUERY.test(value.pattern))) continue;
        context.report({ loc: locationOf(context, call.urlSpan), messageId: "skipQuery", data: { explanation } });
      }
    }

    const onCalls = onceAScript(context, checkQueries);
    // Hardly a file names it, and in the others no assignment is looked at.
    if (!context.sourceCode.text.includes(OPTION)) return onCalls;
    return {
      ...onCalls,
      Property: (node) => {
        if (node.parent.type === "ObjectExpression") checkOption(node);
      },
      AssignmentExpression: checkOption,
    };
  },
};

function checkProjectFile(context: Rule.RuleContext, root: unknown): void {
  const path = PLUGIN_FOLDER.test(context.filename) ? undefined : URL_CHECK.get(basename(context.filename));
  const value = path === undefined || !isJsonDocument(root) ? undefined : valueAt(root, path);
  if (value?.type !== "Boolean" || value.value !== false) return;
  const locale = localeOf(context.settings["wx-domain"]);
  const { start, end } = value.loc;
  context.report({
    loc: value.loc,
    messageId: "urlCheckOff",
    data: { explanation: URL_CHECK_OFF[locale]() },
    suggest: [{ messageId: "turnOn", data: { explanation: TURN_ON[locale]() }, fix: (fixer) => fixer.replaceTextRange([start.offset, end.offset], "true") }],
  });
}

/** Anything but a plain `false` can be true on some run. */
function isOff(value: SyntaxNode): boolean {
  return value.type === "Literal" && "value" in value && value.value === false;
}
