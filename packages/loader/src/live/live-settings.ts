import { WxDomainError } from "@wx-domain/core";
import { resolve } from "node:path";
import type { ShownPath } from "../snapshot/snapshot-file.ts";
import type { SourceSettings } from "../sources/settings.ts";
import { variable, type Environment } from "../variables.ts";

/** What `liveDomains` is asked for. Secrets stand in the environment, never here. */
export interface LiveSettings extends Pick<SourceSettings, "source" | "appid" | "from" | "endpoint" | "reads" | "refreshToken"> {
  /** The snapshot's path; a relative one starts at the working directory. */
  readonly snapshot: string;
  /** How long a checked snapshot is taken as it is, in seconds. Default: an hour. */
  readonly maxAge?: number;
  /** How long a refresh may take altogether, in seconds. Default: 3. */
  readonly timeout?: number;
  /**
   * What happens when the lists can't be refreshed. `any` (the default): the last snapshot serves. `fresh`: an error.
   * `fresh-in-ci`: an error where the variable CI is set.
   */
  readonly require?: "any" | "fresh" | "fresh-in-ci";
}

export interface LiveTerms {
  readonly file: ShownPath;
  /** Milliseconds. */
  readonly maxAge: number;
  /** Seconds. */
  readonly timeout: number;
  readonly demandsFresh: boolean;
}

const HOUR = 3600;
const DEFAULT_TIMEOUT = 3;

/** @throws WxDomainError `live/…` on a setting that makes no sense: the caller may be plain JavaScript. */
export function readTerms(settings: LiveSettings, environment: Environment, cwd: string): LiveTerms {
  const { snapshot, maxAge = HOUR, timeout = DEFAULT_TIMEOUT, require = "any" } = settings;
  if (typeof snapshot !== "string" || snapshot === "") {
    throw fault("snapshot", 'snapshot must be the path of the snapshot, such as "wx-domains.json".', "snapshot 必须是快照的路径，例如 “wx-domains.json”。");
  }
  if (!(maxAge >= 0)) throw fault("max-age", "maxAge must be a number of seconds, 0 or more.", "maxAge 必须是不小于 0 的秒数。");
  if (!(timeout > 0 && Number.isFinite(timeout))) throw fault("timeout", "timeout must be a number of seconds above 0.", "timeout 必须是大于 0 的秒数。");
  if (!["any", "fresh", "fresh-in-ci"].includes(require)) {
    throw fault("require", 'require must be "any", "fresh" or "fresh-in-ci".', "require 必须是 “any”、“fresh” 或 “fresh-in-ci”。");
  }
  return {
    file: { path: resolve(cwd, snapshot), shown: snapshot },
    maxAge: maxAge * 1000,
    timeout,
    demandsFresh: require === "fresh" || (require === "fresh-in-ci" && isCi(environment)),
  };
}

function isCi(environment: Environment): boolean {
  return !["false", "0", undefined].includes(variable(environment, "CI"));
}

function fault(name: string, en: string, zh: string): WxDomainError {
  return new WxDomainError(`live/${name}`, { en: `liveDomains: ${en}`, "zh-CN": `liveDomains：${zh}` });
}
