import type { Deadline } from "./deadline.ts";
import type { Transport } from "./http/transport.ts";
import type { Redactor } from "./redactor.ts";

/** What the loader touches outside itself; a test hands in its own. */
export interface Edges {
  readonly send: Transport;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
  readonly runCommand: (command: string, terms: CommandTerms) => Promise<CommandResult>;
  /** The text of a UTF-8 file; undefined where there is none. Throws what the file system throws. */
  readonly readFile: (path: string) => Promise<string | undefined>;
}

export interface CommandTerms {
  readonly milliseconds: number;
  readonly stdoutBytes: number;
  /** What the command reads; absent: nothing. */
  readonly stdin?: string;
}

/** How a shell command ended. Its stderr is never read: it may hold what the command was asked to keep secret. */
export type CommandResult =
  | { readonly kind: "exited"; readonly code: number | null; readonly stdout: string }
  | { readonly kind: "timed-out" }
  | { readonly kind: "too-much-output" };

/** One command's run: what a source needs besides its own settings. */
export interface Context {
  readonly edges: Edges;
  readonly deadline: Deadline;
  readonly redactor: Redactor;
  /** One app of many: when the minute's calls are used up all of them wait together, and not each by itself. */
  readonly sharesMinute?: true;
}
