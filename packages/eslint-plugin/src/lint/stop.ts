import { WxDomainError, type Locale } from "@wx-domain/core";

/**
 * The error that stops ESLint. ESLint prints an error's stack: here it holds the message alone, in the person's language,
 * since the functions of this plugin are no help to who has to mend a setting. A new one each time: ESLint adds to the message.
 */
function stopping(error: WxDomainError, locale: Locale): WxDomainError {
  const shown = new WxDomainError(error.code, error.text, { cause: error });
  shown.message = error.in(locale);
  shown.stack = `eslint-plugin-wx-domain: ${shown.message}`;
  return shown;
}

/** Runs what may meet a faulty setting. */
export function stopAtFault<T>(locale: () => Locale, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof WxDomainError ? stopping(error, locale()) : error;
  }
}
