import type { Localized } from "@wx-domain/core";
import { AUTHORIZER_READS, SOURCE_NAMES, type SourceSettings } from "@wx-domain/loader";
import type { CommandContext, Given, Option } from "../command.ts";
import { usageError } from "../usage-error.ts";

/** The options that say where lists come from. */
export const SOURCE_OPTIONS: readonly Option[] = [
  { name: "appid", value: "ID", help: { en: "the app (default: WX_APPID)", "zh-CN": "小程序 AppID（默认取 WX_APPID）" } },
  {
    name: "source",
    value: [...SOURCE_NAMES, "pools"].join("|"),
    help: {
      en: "where the lists come from (default: what the environment has)",
      "zh-CN": "列表来源（默认由环境变量决定）",
    },
  },
  {
    name: "from",
    value: "FILE|URL",
    help: { en: "lists that somebody else fetched (sources file and cloud)", "zh-CN": "他处获取的列表（来源 file 和 cloud）" },
  },
  {
    name: "reads",
    value: AUTHORIZER_READS.join("|"),
    help: { en: "what the source authorizer asks (default: effective)", "zh-CN": "来源 authorizer 调用的接口（默认 effective）" },
  },
];

export const ENDPOINT_OPTION: Option = {
  name: "endpoint",
  value: "URL",
  help: { en: "base of the API (default: https://api.weixin.qq.com)", "zh-CN": "接口基地址（默认 https://api.weixin.qq.com）" },
};

const DEFAULT_TIMEOUT = 20;
const LONGEST_TIMEOUT = 3600;

export const TIMEOUT_OPTION: Option = {
  name: "timeout",
  value: "SECONDS",
  help: { en: `for the whole command (default: ${String(DEFAULT_TIMEOUT)})`, "zh-CN": `整个命令的时限（默认 ${String(DEFAULT_TIMEOUT)}）` },
};

/** The variables that the sources read, as --help tells them. */
export const CREDENTIALS_NOTE: Localized = {
  en: [
    "Credentials come from the environment only:",
    "  WX_ACCESS_TOKEN, WX_TOKEN_COMMAND                        a finished access token, or a shell command that prints one",
    "  WX_APPID, WX_APPSECRET                                   source app: a stable token is fetched; no token in use elsewhere is cut off",
    "  WX_COMPONENT_APPID, WX_COMPONENT_TOKEN[_COMMAND]         sources authorizer and component: the third-party platform",
    "  WX_REFRESH_TOKEN_FILE                                    source authorizer: holds the refresh token, and takes each new one",
    "  WX_REFRESH_TOKEN, WX_REFRESH_TOKEN_COMMAND               or the token, and a command that reads the new one from its stdin",
    "  HTTPS_PROXY, NO_PROXY, NODE_EXTRA_CA_CERTS               the network's own",
  ].join("\n"),
  "zh-CN": [
    "凭证只从环境变量读取：",
    "  WX_ACCESS_TOKEN、WX_TOKEN_COMMAND                        现成的 access_token，或能输出它的命令",
    "  WX_APPID、WX_APPSECRET                                   来源 app：获取稳定版 token，不会使他处正在使用的 token 失效",
    "  WX_COMPONENT_APPID、WX_COMPONENT_TOKEN[_COMMAND]         来源 authorizer 和 component：第三方平台",
    "  WX_REFRESH_TOKEN_FILE                                    来源 authorizer：保存 refresh_token 的文件，新值也写入其中",
    "  WX_REFRESH_TOKEN、WX_REFRESH_TOKEN_COMMAND               或直接给出，并由命令从标准输入接收新值",
    "  HTTPS_PROXY、NO_PROXY、NODE_EXTRA_CA_CERTS               网络环境",
  ].join("\n"),
};

/** @throws WxDomainError `usage/…` */
export function readSourceOptions({ values }: Given, { environment, cwd }: CommandContext): SourceSettings {
  return {
    source: oneOf("source", SOURCE_NAMES, values.get("source")),
    from: values.get("from"),
    reads: oneOf("reads", AUTHORIZER_READS, values.get("reads")),
    appid: values.get("appid"),
    endpoint: values.get("endpoint"),
    environment,
    cwd,
  };
}

/** Seconds. */
export function readTimeout({ values }: Given): number {
  const text = values.get("timeout");
  if (text === undefined) return DEFAULT_TIMEOUT;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : 0;
  if (seconds > 0 && seconds <= LONGEST_TIMEOUT) return seconds;
  throw usageError(
    "timeout",
    `--timeout is a number of seconds, above 0 and up to ${String(LONGEST_TIMEOUT)}: such as --timeout 30.`,
    `--timeout 应为大于 0 且不超过 ${String(LONGEST_TIMEOUT)} 的秒数，例如 --timeout 30。`,
  );
}

function oneOf<T extends string>(option: string, names: readonly T[], text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  const name = names.find((known) => known === text);
  if (name !== undefined) return name;
  const all = [...names, ...(option === "source" ? ["pools"] : [])].join(", ");
  throw usageError(`unknown-${option}`, `--${option} is one of ${all}: choose one of them.`, `--${option} 只能是 ${all} 之一：请选择其一。`);
}
