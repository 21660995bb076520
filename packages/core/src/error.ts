import type { Locale, Localized } from "./locale.ts";

/**
 * A fault that a person has to mend: wrong input, wrong configuration, a refusing server. It says what is wrong,
 * where, and what to do, in every language. `message` is the English text.
 *
 * `code` is stable and meant for programs (`lists/unknown-list`, `loader/40164`, …).
 */
export class WxDomainError extends Error {
  readonly code: string;
  readonly text: Localized;

  constructor(code: string, text: Localized, options?: ErrorOptions) {
    super(text.en, options);
    this.name = "WxDomainError";
    this.code = code;
    this.text = text;
  }

  in(locale: Locale): string {
    return this.text[locale];
  }
}
