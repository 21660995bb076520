export { WxDomainError } from "./error.ts";
export { localeFromTag } from "./locale.ts";
export type { Locale, Localized } from "./locale.ts";
export { LIST_NAMES } from "./lists.ts";
export type { DomainLists, ListName } from "./lists.ts";
export type { Call } from "./calls.ts";
export type { Reason, Status, Verdict } from "./verdict.ts";
