import { resolve } from "node:path";
import { variable, type Environment } from "../variables.ts";
import { commandToken, givenToken, type TokenHolder } from "../wechat/token.ts";
import type { Component } from "./component.ts";
import { commandKeeper, fileKeeper, hookKeeper, type RefreshTokenKeeper } from "./refresh-token.ts";
import { MissingCredential, required, type SourceSettings } from "./settings.ts";

/** A finished access token of the app; undefined: the environment has none. */
export function finishedToken(environment: Environment): TokenHolder | undefined {
  return tokenIn(environment, "WX_ACCESS_TOKEN") ?? tokenFrom(environment, "WX_TOKEN_COMMAND");
}

/**
 * The third-party platform that the environment names.
 * @throws MissingCredential
 */
export function componentIn(environment: Environment, isOnlyToken = false): Component {
  const appid = required(environment, "WX_COMPONENT_APPID", { en: "The platform's AppID", "zh-CN": "第三方平台 AppID" });
  return { appid, token: platformToken(environment, isOnlyToken) };
}

/**
 * The platform's component_access_token.
 * @param isOnlyToken The calls need no token of an app: then WX_TOKEN_COMMAND can mean no other.
 * @throws MissingCredential
 */
export function platformToken(environment: Environment, isOnlyToken = false): TokenHolder {
  const token =
    tokenIn(environment, "WX_COMPONENT_TOKEN") ??
    tokenFrom(environment, "WX_COMPONENT_TOKEN_COMMAND") ??
    (isOnlyToken ? tokenFrom(environment, "WX_TOKEN_COMMAND") : undefined);
  if (token !== undefined) return token;
  throw new MissingCredential(
    "component-token",
    "The platform's component_access_token is missing: set WX_COMPONENT_TOKEN, or WX_COMPONENT_TOKEN_COMMAND to a command that prints it. (It can't be fetched here: WeChat pushes what it takes to the platform's own server.)",
    "缺少第三方平台的 component_access_token：请设置 WX_COMPONENT_TOKEN，或将 WX_COMPONENT_TOKEN_COMMAND 设为能输出它的命令。（无法在此获取：所需的 ticket 由微信推送到平台自己的服务器。）",
  );
}

/**
 * Where the authorizer's refresh token is, and where the next one goes.
 * @throws MissingCredential if there is none, or nobody takes the next one.
 */
export function refreshTokenKeeper(settings: SourceSettings): RefreshTokenKeeper {
  const { environment, cwd } = settings;
  if (settings.refreshToken !== undefined) return hookKeeper(settings.refreshToken);
  const token = variable(environment, "WX_REFRESH_TOKEN");
  const file = variable(environment, "WX_REFRESH_TOKEN_FILE");
  if (file !== undefined) return fileKeeper(resolve(cwd, file), file, token);
  if (token === undefined) {
    throw new MissingCredential(
      "refresh-token",
      "The authorizer's refresh token is missing: set WX_REFRESH_TOKEN_FILE to a file that holds it, or give a finished authorizer_access_token in WX_ACCESS_TOKEN.",
      "缺少授权方的 refresh_token：请将 WX_REFRESH_TOKEN_FILE 设为保存它的文件，或在 WX_ACCESS_TOKEN 中提供现成的 authorizer_access_token。",
    );
  }
  const command = variable(environment, "WX_REFRESH_TOKEN_COMMAND");
  if (command !== undefined) return commandKeeper(command, token);
  throw new MissingCredential(
    "refresh-token-keeper",
    "WeChat replaces the refresh token with each use, and nothing says where the new one goes: set WX_REFRESH_TOKEN_FILE to a file, or WX_REFRESH_TOKEN_COMMAND to a command that reads it from its stdin. Nothing was sent.",
    "每次使用后微信都会更换 refresh_token，但没有说明新值存放在哪里：请将 WX_REFRESH_TOKEN_FILE 设为文件，或将 WX_REFRESH_TOKEN_COMMAND 设为从标准输入读取它的命令。未发出请求。",
  );
}

function tokenIn(environment: Environment, name: string): TokenHolder | undefined {
  const token = variable(environment, name);
  return token === undefined ? undefined : givenToken(token, name);
}

function tokenFrom(environment: Environment, name: string): TokenHolder | undefined {
  const command = variable(environment, name);
  return command === undefined ? undefined : commandToken(command, name);
}
