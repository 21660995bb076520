import { WxDomainError } from "@wx-domain/core";
import { parseContainerEndpoint, parseEndpoint } from "../endpoint.ts";
import type { Source } from "../source.ts";
import { variable } from "../variables.ts";
import { appSource } from "./app.ts";
import { authorizerSource, authorizerToken } from "./authorizer.ts";
import { cloudSource } from "./cloud.ts";
import { componentSource } from "./component.ts";
import { containerSource } from "./container.ts";
import { componentIn, finishedToken, refreshTokenKeeper } from "./credentials.ts";
import { domainInfoSource } from "./domain-info.ts";
import { fileSource } from "./file.ts";
import { MissingCredential, required, type SourceName, type SourceSettings } from "./settings.ts";

/** The console's page with AppID, AppSecret and IP allow list. Source: P 域名管理: 「管理 - 开发管理 - 开发设置」; D, what errors 40125 and 40164 lead to. */
const SETTINGS_PAGE = "mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID";

/** Makes one source; `appid` is what option and environment agree on. */
type Maker = (settings: SourceSettings, appid: string | undefined) => Source;

const MAKERS: Readonly<Record<SourceName, Maker>> = {
  app: ({ environment, endpoint }, appid) => {
    const base = parseEndpoint(endpoint);
    const credentials = { appid: needAppid(appid), secret: required(environment, "WX_APPSECRET", { en: "The AppSecret", "zh-CN": "AppSecret" }, SETTINGS_PAGE) };
    return appSource(credentials, base);
  },
  token: ({ environment, endpoint }, appid) => {
    const base = parseEndpoint(endpoint);
    const holder = finishedToken(environment);
    if (holder !== undefined) return domainInfoSource(holder, appid, base);
    throw new MissingCredential("token", "--source token needs a token: set WX_ACCESS_TOKEN, or WX_TOKEN_COMMAND to a command that prints one.", "--source token 需要 token：请设置 WX_ACCESS_TOKEN，或将 WX_TOKEN_COMMAND 设为能输出 token 的命令。");
  },
  authorizer: (settings, appid) => {
    const { environment } = settings;
    const endpoint = parseEndpoint(settings.endpoint);
    const authorizer = needAppid(appid);
    const token = finishedToken(environment) ?? authorizerToken(settings.component ?? componentIn(environment), authorizer, refreshTokenKeeper(settings), endpoint);
    return authorizerSource(token, authorizer, settings.reads ?? "effective", endpoint);
  },
  component: ({ environment, endpoint, component }, appid) => {
    const base = parseEndpoint(endpoint);
    return componentSource(component ?? componentIn(environment, true), needAppid(appid), base);
  },
  container: ({ endpoint }, appid) => containerSource(needAppid(appid), parseContainerEndpoint(endpoint)),
  cloud: ({ from, cwd }, appid) => cloudSource(needFrom(from, "cloud"), appid, cwd),
  file: ({ from, cwd }, appid) => fileSource(needFrom(from, "file"), appid, cwd),
};

/**
 * Makes the source that the settings name: `--from` means a file; else a finished token, a token command, or AppID and
 * AppSecret, whichever the environment has first.
 * @throws WxDomainError `source/…` when something is missing (then MissingCredential) or contradicts.
 */
export function chooseSource(settings: SourceSettings): Source {
  const { environment, from } = settings;
  const name = settings.source ?? defaultSource(settings);
  if (from !== undefined && name !== "file" && name !== "cloud") {
    throw fault("from-without-file", "--from goes with --source file or cloud: leave one of them out.", "--from 只能与 --source file 或 cloud 一起使用：请去掉其中之一。");
  }
  if (settings.reads !== undefined && name !== "authorizer") {
    throw fault("reads-without-authorizer", "--reads goes with --source authorizer: leave one of them out.", "--reads 只能与 --source authorizer 一起使用：请去掉其中之一。");
  }
  return MAKERS[name](settings, agreedAppid(settings.appid, variable(environment, "WX_APPID")));
}

function defaultSource({ from, environment }: SourceSettings): SourceName {
  if (from !== undefined) return "file";
  if (finishedToken(environment) !== undefined) return "token";
  if (variable(environment, "WX_APPID") !== undefined || variable(environment, "WX_APPSECRET") !== undefined) return "app";
  throw new MissingCredential(
    "source",
    `Nothing says where the lists come from: set WX_APPID and WX_APPSECRET, or WX_ACCESS_TOKEN, or WX_TOKEN_COMMAND in the environment, or give --from FILE. AppID and AppSecret are at ${SETTINGS_PAGE}, where the IP address of this machine must be on the IP allow list (IP 白名单), too.`,
    `没有说明从哪里获取列表：请在环境变量中设置 WX_APPID 和 WX_APPSECRET，或 WX_ACCESS_TOKEN，或 WX_TOKEN_COMMAND；也可以使用 --from FILE。AppID 和 AppSecret 位于 ${SETTINGS_PAGE}，本机 IP 也须在该处的 IP 白名单中。`,
  );
}

function agreedAppid(option: string | undefined, named: string | undefined): string | undefined {
  if (option !== undefined && named !== undefined && option !== named) {
    throw fault("two-appids", `--appid says "${option}" and WX_APPID says "${named}": leave one of them out.`, `--appid 为“${option}”，而 WX_APPID 为“${named}”：请去掉其中之一。`);
  }
  return option ?? named;
}

function needAppid(appid: string | undefined): string {
  if (appid !== undefined) return appid;
  throw new MissingCredential("appid", `The AppID is missing: set WX_APPID (or --appid); it is at ${SETTINGS_PAGE}.`, `缺少 AppID：请设置 WX_APPID（或 --appid），可在 ${SETTINGS_PAGE} 中查到。`);
}

function needFrom(from: string | undefined, name: SourceName): string {
  if (from !== undefined) return from;
  throw fault(
    "no-from",
    `--source ${name} needs the file or URL that holds the lists: add --from lists.json.`,
    `--source ${name} 需要给出列表所在的文件或 URL：请加上 --from lists.json。`,
  );
}

function fault(code: string, en: string, zh: string): WxDomainError {
  return new WxDomainError(`source/${code}`, { en, "zh-CN": zh });
}
