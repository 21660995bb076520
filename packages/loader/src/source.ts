import type { Context } from "./context.ts";
import type { Localized } from "@wx-domain/core";
import type { Reading } from "./lists/domain-info.ts";

/** One way to the lists. Each has a module of its own under `sources/`. */
export interface Source {
  /** What the snapshot says about its origin: no query, no secret, no path of this machine. */
  readonly label: string;
  /** The app that it reads; undefined where it can't know. */
  readonly appid: string | undefined;
  /** To be shown before anything is sent. */
  readonly warnings: readonly Localized[];
  /** @throws FetchError when the lists can't be had, WxDomainError on a faulty setting or file. */
  read(context: Context): Promise<Reading>;
}
