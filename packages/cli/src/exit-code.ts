/** What the exit code of every command means. */
export const EXIT = {
  clean: 0,
  findings: 1,
  /** Wrong usage, input or configuration. */
  wrongInput: 2,
  /** The lists could not be fetched, or a server refused. */
  fetchFailed: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
