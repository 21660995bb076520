import { WxDomainError } from "@wx-domain/core";
import { DEFAULT_ENDPOINT, parseEndpoint } from "../endpoint.ts";
import type { Source } from "../source.ts";
import { appSource } from "./app.ts";
import { fileSource } from "./file.ts";
import { tokenSource } from "./token.ts";

/** The ways to the lists, as `--source` names them. */
export const SOURCE_NAMES = ["app", "token", "file"] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];

/** What a user may say about where the lists come from; what is undefined is found out from the environment. */
export interface SourceSettings {
  readonly source: SourceName | undefined;
  readonly from: string | undefined;
  readonly appid: string | undefined;
  readonly endpoint: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder that a relative `from` starts at. */
  readonly cwd: string;
}

/**
 * Makes the source that the settings name: `--from` means a file; else a finished token, a token command, or AppID and
 * AppSecret, whichever the environment has first.
 * @throws WxDomainError `source/…` when something is missing or contradicts.
 */
export function chooseSource(settings: SourceSettings): Source {
  const { environment } = settings;
  const name = settings.source ?? defaultSource(settings);
  if (name !== "file" && settings.from !== undefined) {
    throw fault("from-without-file", "--from goes with --source file: leave one of them out.", "--from 只能与 --source file 一起使用：请去掉其中之一。");
  }
  const appid = agreedAppid(settings.appid, set(environment["WX_APPID"]));
  if (name === "file") {
    if (settings.from === undefined) {
      throw fault("file-without-from", "--source file needs the file or URL that holds the lists: add --from lists.json.", "--source file 需要给出列表所在的文件或 URL：请加上 --from lists.json。");
    }
    return fileSource(settings.from, appid, settings.cwd);
  }
  const endpoint = parseEndpoint(settings.endpoint ?? DEFAULT_ENDPOINT);
  if (name === "token") {
    const token = set(environment["WX_ACCESS_TOKEN"]);
    const command = set(environment["WX_TOKEN_COMMAND"]);
    if (token !== undefined) return tokenSource({ kind: "given", token }, appid, endpoint);
    if (command !== undefined) return tokenSource({ kind: "command", command }, appid, endpoint);
    throw fault("no-token", "--source token needs a token: set WX_ACCESS_TOKEN, or WX_TOKEN_COMMAND to a command that prints one.", "--source token 需要 token：请设置 WX_ACCESS_TOKEN，或将 WX_TOKEN_COMMAND 设为能输出 token 的命令。");
  }
  const secret = set(environment["WX_APPSECRET"]);
  if (appid === undefined) {
    throw fault("no-appid", "The AppID is missing: set WX_APPID (or --appid).", "缺少 AppID：请设置 WX_APPID（或 --appid）。");
  }
  if (secret === undefined) {
    throw fault("no-secret", "The AppSecret is missing: set WX_APPSECRET in the environment.", "缺少 AppSecret：请在环境变量中设置 WX_APPSECRET。");
  }
  return appSource({ appid, secret }, endpoint);
}

function defaultSource({ from, environment }: SourceSettings): SourceName {
  if (from !== undefined) return "file";
  if (set(environment["WX_ACCESS_TOKEN"]) !== undefined || set(environment["WX_TOKEN_COMMAND"]) !== undefined) return "token";
  if (set(environment["WX_APPID"]) !== undefined || set(environment["WX_APPSECRET"]) !== undefined) return "app";
  throw fault(
    "none",
    "Nothing says where the lists come from: set WX_APPID and WX_APPSECRET, or WX_ACCESS_TOKEN, or WX_TOKEN_COMMAND in the environment, or give --from FILE.",
    "没有说明从哪里获取列表：请在环境变量中设置 WX_APPID 和 WX_APPSECRET，或 WX_ACCESS_TOKEN，或 WX_TOKEN_COMMAND；也可以使用 --from FILE。",
  );
}

/** A CI secret that is not set arrives as an empty variable. */
function set(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === "" ? undefined : trimmed;
}

function agreedAppid(option: string | undefined, variable: string | undefined): string | undefined {
  if (option !== undefined && variable !== undefined && option !== variable) {
    throw fault("two-appids", `--appid says "${option}" and WX_APPID says "${variable}": leave one of them out.`, `--appid 为“${option}”，而 WX_APPID 为“${variable}”：请去掉其中之一。`);
  }
  return option ?? variable;
}

function fault(code: string, en: string, zh: string): WxDomainError {
  return new WxDomainError(`source/${code}`, { en, "zh-CN": zh });
}
