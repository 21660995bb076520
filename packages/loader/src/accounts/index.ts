export { parseAccounts } from "./accounts-file.ts";
export type { Account } from "./accounts-file.ts";
export { openJournal } from "./journal.ts";
export { pullAccounts } from "./pull-accounts.ts";
export type { AccountResult, AccountsRun } from "./pull-accounts.ts";
