import { WxDomainError } from "@wx-domain/core";

/** A command line that can't be carried out. */
export function usageError(code: string, en: string, zh: string): WxDomainError {
  return new WxDomainError(`usage/${code}`, { en, "zh-CN": zh });
}
