/** What the page and the worker say to each other: plain data. */
import type { ListName, Locale, Status, VerdictDescription } from "@wx-domain/core";

/** Texts by path below the app's folder, with forward slashes: `pages/index.js`. */
export type Files = Readonly<Record<string, string>>;

/** The file of the domain lists. */
export const LISTS_FILE = "wx-domains.json";

export interface Question {
  readonly files: Files;
  readonly locale: Locale;
  /** Where H5 pages are served from. */
  readonly pageOrigins: readonly string[];
}

/** A stretch of a file's text, as offsets in UTF-16 units. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A change that mends a finding: of the text that it stands in, or of the lists. */
export type Suggestion = Edit | Addition;

export interface Edit extends Stretch {
  readonly kind: "edit";
  readonly title: string;
  readonly insert: string;
}

/** An entry that a list lacks. */
export interface Addition {
  readonly kind: "addition";
  readonly list: ListName;
  readonly entry: string;
  /** Whether the program has the list at all. */
  readonly isNewList: boolean;
}

/** A line of a file of the program. */
export interface Place {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

export interface Finding extends Stretch {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  /** Without the plugin's name; null: the file could not be read. */
  readonly rule: string | null;
  readonly message: string;
  readonly suggestions: readonly Suggestion[];
}

/** What the lists and the two clients say about one value of a call. */
export type JudgedUrl =
  | {
      readonly kind: "judged";
      readonly url: string;
      readonly status: Status;
      readonly reason: string;
      readonly list: ListName | null;
      /** What the list lacks; undefined: nothing, or nothing that it could hold. */
      readonly addition: Addition | undefined;
      /** Whether the program's file of lists tells the list. */
      readonly listIs: "known" | "missing" | "unreadable";
      /** Whether clients were watched while they checked a list of this kind. */
      readonly isObserved: boolean;
      /** No rule reports it. */
      readonly isSilent: boolean;
      /** Where the text is written, if that is not at the call. */
      readonly writtenAt: readonly Place[];
      readonly description: VerdictDescription;
    }
  /** `wx.config` of a page of which nobody has said where it is. */
  | { readonly kind: "no-page"; readonly url: "" }
  /** Part of the host is open, and no entry of the list can be what it becomes. */
  | { readonly kind: "impossible"; readonly url: string }
  /** Nobody can tell what it is before the program runs. */
  | { readonly kind: "unknown"; readonly url: string };

export interface JudgedCallSite extends Stretch {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** As it is written: `wx.request`. */
  readonly callee: string;
  readonly urls: readonly JudgedUrl[];
  /** How many more values there are than `urls` tells. */
  readonly more: number;
}

export interface Answer {
  readonly findings: readonly Finding[];
  readonly calls: readonly JudgedCallSite[];
  /** Files that no rule reads, such as styles. */
  readonly unread: readonly string[];
  /** The program turns the check of DevTools off. */
  readonly checkIsOff: boolean;
}
