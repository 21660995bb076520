import type { ListName, Localized } from "@wx-domain/core";
import type { Context } from "./context.ts";
import type { Reading } from "./lists/reading.ts";

/**
 * One way to what WeChat knows. Each has a module of its own under `sources/`.
 * @typeParam T What it reads: an app's lists, or a platform's pools.
 */
export interface Source<T = Reading> {
  /** What the snapshot says about its origin: no query, no secret, no path of this machine. */
  readonly label: string;
  /** The app that it reads; undefined where it can't know. */
  readonly appid: string | undefined;
  /** The lists that it can know; the others stay as they are. */
  readonly knows: readonly ListName[];
  /** To be shown before anything is sent. */
  readonly warnings: readonly Localized[];
  /** @throws FetchError when the answer can't be had, WxDomainError on a faulty setting or file. */
  read(context: Context): Promise<T>;
}
