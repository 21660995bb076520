import type { Locale, Localized } from "@wx-domain/core";
import type { Redactor } from "@wx-domain/loader/faults";
import type { ExitCode } from "./exit-code.ts";

/** One subcommand: a file of `commands/` each. */
export interface Command {
  /** What follows `wx-domain` on the usage line. */
  readonly usage: string;
  readonly summary: Localized;
  /** What the first word after the command's name can be, where it is one of a few. */
  readonly verbs?: readonly string[];
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  /** Further paragraphs of --help, such as the environment variables that are read. */
  readonly notes?: readonly Localized[];
  run(context: CommandContext, given: Given): Promise<ExitCode>;
}

export interface Option {
  /** Without dashes. */
  readonly name: string;
  /** The placeholder of its value; absent on a switch. */
  readonly value?: string;
  /** The values that it takes, where the placeholder doesn't tell them. */
  readonly choices?: readonly string[];
  readonly help: Localized;
}

export interface Example {
  readonly line: string;
  readonly help: Localized;
}

/** A command line, read: only options that the command has, each with a value if it takes one. */
export interface Given {
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
  readonly positionals: readonly string[];
}

/** The world as a command sees it. */
export interface CommandContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that relative paths start at. */
  readonly cwd: string;
  readonly locale: Locale;
  readonly stdin: NodeJS.ReadableStream;
  readonly terminal: Terminal;
  /** Knows every secret of this run; what the terminal prints has passed it. */
  readonly redactor: Redactor;
}

export interface Terminal {
  /** A line of the command's result, on stdout. Resolves when more may be written. */
  print(line: string): Promise<void>;
  /** A line about the run, on stderr. */
  note(line: string): void;
  /** A person looks at stderr, which can redraw a line. */
  readonly isInteractive: boolean;
  readonly style: Style;
}

/** Marks words for the eye; leaves them alone where colour is not wanted. */
export interface Style {
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
  readonly doubtful: (text: string) => string;
  readonly strong: (text: string) => string;
}
