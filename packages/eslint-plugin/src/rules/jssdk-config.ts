import type { ListedName, SdkConfig } from "@wx-domain/analyzer";
import type { Rule } from "eslint";
import { docsUrl } from "../docs-url.ts";
import { APIS, OPEN_TAGS, sameInOtherCase, SUCCESSORS } from "../jssdk/apis.ts";
import { DEBUG_ON, MISSING_FIELDS, RETIRED_API, RETIRED_BESIDE, SIGNED_IN_PAGE, TURN_OFF, UNKNOWN_API, UNKNOWN_TAG } from "../jssdk/texts.ts";
import { lintedFile } from "../lint/linted-file.ts";
import { onceAFile } from "../lint/once-a-file.ts";
import { isServerCode } from "../lint/server-code.ts";
import { locationOf } from "../report/report-calls.ts";
import { LIST_SEPARATOR, USE_TEXT } from "../report/texts.ts";

/** The text that is signed begins so. Source: J, appendix 1. */
const TICKET = "jsapi_ticket=";
const SIGNED_TEXT = new RegExp(String.raw`\b${TICKET}`);

export const jssdkConfig: Rule.RuleModule = {
  meta: {
    type: "problem",
    docs: {
      description: "disallow calls of wx.config that fail, show alerts to users or give the ticket away",
      recommended: true,
      url: docsUrl("jssdk-config"),
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      missing: "{{explanation}}",
      debug: "{{explanation}}",
      turnOff: "{{explanation}}",
      retiredApi: "{{explanation}}",
      unknownApi: "{{explanation}}",
      unknownTag: "{{explanation}}",
      signedInPage: "{{explanation}}",
      useName: "{{explanation}}",
    },
  },
  create(context) {
    const file = lintedFile(context);
    const { locale } = file;
    const { text } = context.sourceCode;

    function reportName({ name, span }: ListedName, messageId: string, explanation: string, meant: string | undefined): void {
      const written = text.slice(span.start, span.end);
      const isLiteral = meant !== undefined && /^["'`]/.test(written) && written.slice(1, -1) === name;
      context.report({
        loc: locationOf(context, span),
        messageId,
        data: { explanation },
        suggest: isLiteral
          ? [{ messageId: "useName", data: { explanation: USE_TEXT[locale](name, meant) }, fix: (fixer) => fixer.replaceTextRange([span.start + 1, span.end - 1], meant) }]
          : [],
      });
    }

    function reportRetired(api: ListedName, successor: string, listed: readonly ListedName[]): void {
      const isListed = listed.some(({ name }) => name === successor);
      reportName(api, "retiredApi", (isListed ? RETIRED_BESIDE : RETIRED_API)[locale](api.name, successor), isListed ? undefined : successor);
    }

    function reportDebug(span: NonNullable<SdkConfig["debug"]>): void {
      const isLiteral = text.slice(span.start, span.end) === "true";
      context.report({
        loc: locationOf(context, span),
        messageId: "debug",
        data: { explanation: DEBUG_ON[locale]() },
        suggest: isLiteral
          ? [{ messageId: "turnOff", data: { explanation: TURN_OFF[locale]() }, fix: (fixer) => fixer.replaceTextRange([span.start, span.end], "false") }]
          : [],
      });
    }

    function checkConfig({ span, missing, debug, apis, openTags, beta }: SdkConfig): void {
      if (missing.length > 0) {
        const explanation = MISSING_FIELDS[locale](missing.join(LIST_SEPARATOR[locale]));
        context.report({ loc: locationOf(context, span), messageId: "missing", data: { explanation } });
      }
      if (debug !== undefined) reportDebug(debug);
      for (const api of apis) {
        const successor = SUCCESSORS.get(api.name);
        const meant = sameInOtherCase(api.name, APIS);
        if (successor !== undefined) reportRetired(api, successor, apis);
        // The SDK of WeCom, which is told by `beta`, has more.
        else if (!beta && meant !== api.name) reportName(api, "unknownApi", UNKNOWN_API[locale](api.name, meant), meant);
      }
      for (const tag of openTags) {
        if (OPEN_TAGS.has(tag.name)) continue;
        reportName(tag, "unknownTag", UNKNOWN_TAG[locale](tag.name, [...OPEN_TAGS].join(LIST_SEPARATOR[locale])), sameInOtherCase(tag.name, OPEN_TAGS));
      }
    }

    function checkText(node: Rule.Node, value: string): void {
      if (!SIGNED_TEXT.test(value) || isServerCode(file.path, text) || file.vendored) return;
      context.report({ node, messageId: "signedInPage", data: { explanation: SIGNED_IN_PAGE[locale]() } });
    }

    const onConfigs = onceAFile(context, () => {
      file.sdkConfigs.forEach(checkConfig);
    });
    // Hardly a file names it, and in the others no literal is looked at.
    if (!text.includes(TICKET)) return onConfigs;
    return {
      ...onConfigs,
      Literal(node) {
        if (typeof node.value === "string") checkText(node, node.value);
      },
      TemplateElement(node) {
        checkText(node, node.value.raw);
      },
    };
  },
};
