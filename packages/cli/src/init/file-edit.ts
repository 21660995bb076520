/** What is to become of one file. */
export interface FileEdit {
  /** Absolute. */
  readonly path: string;
  /** Undefined: there is no such file. */
  readonly before: string | undefined;
  readonly after: string;
  /** A hook has to be. */
  readonly executable?: boolean;
}
