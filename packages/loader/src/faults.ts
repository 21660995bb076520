/** What is needed to tell of a fault without telling a secret: apart from the loader itself, which a command that fetches nothing need not read. */
export { FetchError } from "./fetch-error.ts";
export { Redactor } from "./redactor.ts";
export { systemCode } from "./system-code.ts";
export { secretsOf, withheldFrom } from "./variables.ts";
