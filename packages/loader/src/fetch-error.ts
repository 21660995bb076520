import { WxDomainError, type Localized } from "@wx-domain/core";

/**
 * The lists could not be fetched, or a server refused: nothing in the user's files is at fault, and nothing was
 * written. (Wrong settings and wrong files are plain `WxDomainError`s.)
 */
export class FetchError extends WxDomainError {
  constructor(code: string, text: Localized, options?: ErrorOptions) {
    super(code, text, options);
    this.name = "FetchError";
  }
}
