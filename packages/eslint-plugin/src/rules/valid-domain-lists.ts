import { basename } from "node:path";
import { listFaults, type Fault, type FaultOptions, type Locale } from "@wx-domain/core";
import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { isJsonDocument, type JsonDocument, type JsonText } from "../json/document.ts";
import { writtenLists } from "../json/domain-lists.ts";
import { mendedEntry } from "../json/mended-entry.ts";
import { publicSuffixes } from "../lint/public-suffix.ts";
import { REMOVE_ENTRY, USE_TEXT } from "../report/texts.ts";
import { domainFileName, localeOf } from "../settings/check-settings.ts";

export const validDomainLists: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow entries of wx-domains.json that can never match or that the console refuses",
      recommended: true,
      url: docsUrl("valid-domain-lists"),
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        description: "Which of the platform's limits count.",
        properties: {
          limits: {
            enum: ["current", "former"],
            description: "The published numbers of entries: the present ones (200 a server list), or the former ones (20) that older accounts may still have.",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ limits: "current" }],
    messages: {
      misshapen: "{{explanation}}",
      faultyEntry: "{{explanation}}",
      useEntry: "{{explanation}}",
      removeEntry: "{{explanation}}",
    },
  },
  create(context) {
    const settings = context.settings["wx-domain"];
    if (!isJsonDocument(context.sourceCode.ast) || basename(context.filename) !== domainFileName(settings)) return {};
    return {
      Document(root: unknown) {
        if (isJsonDocument(root)) checkLists(context, root, localeOf(settings));
      },
    };
  },
};

function checkLists(context: Rule.RuleContext, root: JsonDocument, locale: Locale): void {
  const { lists, entries, misshapen } = writtenLists(root);
  for (const { node, text } of misshapen) context.report({ loc: node.loc, messageId: "misshapen", data: { explanation: text[locale] } });
  for (const fault of listFaults(lists, { limits: limitsOf(context), registrableDomain: publicSuffixes() })) {
    const texts = entries.get(fault.list) ?? [];
    const node = texts[fault.index];
    if (node === undefined) continue;
    const suggestion = suggestionFor(fault, node, texts[fault.index - 1], locale);
    context.report({
      loc: node.loc,
      messageId: "faultyEntry",
      data: { explanation: fault.text[locale] },
      suggest: suggestion === undefined ? [] : [suggestion],
    });
  }
}

function limitsOf(context: Rule.RuleContext): NonNullable<FaultOptions["limits"]> {
  const options: readonly unknown[] = context.options;
  const [option] = options;
  return typeof option === "object" && option !== null && "limits" in option && option.limits === "former" ? "former" : "current";
}

function suggestionFor(fault: Fault, node: JsonText, before: JsonText | undefined, locale: Locale): Rule.SuggestionReportDescriptor | undefined {
  const { start, end } = node.loc;
  // A doubled entry has one before it, and goes with the comma between them.
  if (fault.fault === "duplicate") {
    if (before === undefined) return undefined;
    const explanation = REMOVE_ENTRY[locale](fault.entry);
    return { messageId: "removeEntry", data: { explanation }, fix: (fixer) => fixer.removeRange([before.loc.end.offset, end.offset]) };
  }
  const mended = fault.fault === "over-limit" ? undefined : mendedEntry(fault.list, fault.entry);
  if (mended === undefined) return undefined;
  const explanation = USE_TEXT[locale](fault.entry, mended);
  return { messageId: "useEntry", data: { explanation }, fix: (fixer) => fixer.replaceTextRange([start.offset, end.offset], JSON.stringify(mended)) };
}
