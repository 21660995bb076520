import { WxDomainError } from "@wx-domain/core";
import { variable, type Environment } from "../variables.ts";
import type { AuthorizerReads } from "./authorizer.ts";
import type { Component } from "./component.ts";
import type { RefreshTokenHook } from "./refresh-token.ts";

/** The ways to the lists, as `--source` names them. */
export const SOURCE_NAMES = ["app", "token", "authorizer", "component", "cloud", "container", "file"] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];

/** What a user may say about where the lists come from; what is undefined is found out from the environment. */
export interface SourceSettings {
  readonly source?: SourceName | undefined;
  /** The file or URL of the sources `file` and `cloud`. */
  readonly from?: string | undefined;
  readonly appid?: string | undefined;
  readonly endpoint?: string | undefined;
  /** Which calls the source `authorizer` reads. */
  readonly reads?: AuthorizerReads | undefined;
  /** Keeps the refresh token of the source `authorizer`, instead of a file or a command. */
  readonly refreshToken?: RefreshTokenHook | undefined;
  /** The third-party platform, where many apps share one; else the environment's. */
  readonly component?: Component | undefined;
  readonly environment: Environment;
  /** The folder that relative paths start at. */
  readonly cwd: string;
}

/** A credential that the environment does not have: without it there is no fetching, but an old snapshot still serves. */
export class MissingCredential extends WxDomainError {
  constructor(name: string, en: string, zh: string) {
    super(`source/no-${name}`, { en, "zh-CN": zh });
    this.name = "MissingCredential";
  }
}

/**
 * What is set to something; the others have their sentence.
 * @param menus Where in the console it is found.
 */
export function required(environment: Environment, name: string, purpose: { readonly en: string; readonly "zh-CN": string }, menus?: string): string {
  const value = variable(environment, name);
  if (value !== undefined) return value;
  throw new MissingCredential(
    name.toLowerCase().replaceAll("_", "-"),
    `${purpose.en} is missing: set ${name} in the environment${menus === undefined ? "" : `; it is at ${menus}`}.`,
    `缺少${purpose["zh-CN"]}：请在环境变量中设置 ${name}${menus === undefined ? "" : `（可在 ${menus} 中查到）`}。`,
  );
}
