import { htmlProcessor } from "./html/processor.ts";
import type { WxDomainPlugin } from "./index.ts";
import { rules } from "./rules.ts";
import { VERSION } from "./version.ts";
import { wxmlLanguage } from "./wxml/language.ts";

/** What ESLint itself asks of a plugin. */
export const shell: Pick<WxDomainPlugin, "meta" | "rules" | "languages" | "processors"> = {
  meta: { name: "eslint-plugin-wx-domain", version: VERSION },
  rules: { ...rules },
  languages: { wxml: wxmlLanguage },
  processors: { html: htmlProcessor },
};
