import type { Call, ListName, Reason, Status } from "@wx-domain/core";

/**
 * What `wx-domain scan --format json` prints: the public contract's shape, described for programs by
 * `schema/scan.schema.json`. All paths are relative to the scanned folder, with forward slashes.
 */
export interface ScanReport {
  readonly version: 1;
  /** By file, line and column. */
  readonly calls: readonly ReportedCall[];
  /** Every list that a call of the program is bound to, or that the domain file holds and a scan looks for. */
  readonly lists: Readonly<Partial<Record<ListName, ListUse>>>;
  readonly skipped: readonly SkippedFile[];
  /** Changes to make in the console, in their order. */
  readonly plan: readonly PlanStep[];
}

/** One save on one page of the console. */
export interface PlanStep {
  /** `server`: 服务器域名; `business`: 业务域名; `js-sdk`: JS 接口安全域名; `oauth`: 网页授权域名. */
  readonly page: "server" | "business" | "js-sdk" | "oauth";
  /** `after-release`: once no version is in use that still needs what goes. */
  readonly when: "now" | "after-release";
  readonly fields: readonly PlannedField[];
}

export interface PlannedField {
  readonly list: ListName;
  /** Whether `entries` is all that the field is to hold; false where the list is unknown: they are to be added to what stands there. */
  readonly isWhole: boolean;
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** Added entries that are a listed one but for a letter or the port: one of the two may be a slip. */
  readonly similar: readonly { readonly entry: string; readonly listed: string }[];
  readonly entries: readonly string[];
}

export interface ReportedCall {
  readonly file: string;
  /** 1-based; the start of the call expression. */
  readonly line: number;
  readonly column: number;
  readonly callee: string;
  readonly call: Call;
  /** Every origin known to reach this call, sorted; scheme and host in lower case, the port as written. */
  readonly origins: readonly string[];
  /** A relative URL can reach it. */
  readonly relative: boolean;
  /** A value that the analysis can't determine can reach it. */
  readonly dynamic: boolean;
  /** In third-party code: listed; judged are only values that the program hands to it. */
  readonly vendored: boolean;
  readonly values: readonly ReportedValue[];
}

export interface ReportedValue {
  /** The URL; `…` stands for what is not known. */
  readonly pattern: string;
  /** Where the text that decides the origin is written. */
  readonly from: readonly ReportedPlace[];
  /** The calls by which it comes to this one from a caller, the nearest first. */
  readonly via?: readonly ReportedPlace[];
  readonly status: Status;
  /** Absent where nothing was judged (status `uncertain`): the URL isn't known far enough, or it is third-party code's own. */
  readonly reason?: Reason;
}

export interface ReportedPlace {
  readonly file: string;
  readonly line: number;
}

/** One list beside the program's own calls. */
export interface ListUse {
  /** Origins that can reach a call bound to the list, sorted. */
  readonly used: readonly string[];
  /** Those of `used` that the list would have to cover and doesn't; empty where the list is unknown. */
  readonly missing: readonly string[];
  /**
   * Entries that no URL with a known origin needs, as the list has them. A call of third-party code needs its entry too; a
   * `dynamic` call may need one that stands here.
   */
  readonly unused: readonly string[];
}

export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}
