import { LIST_NAMES, type ListName, type Localized } from "@wx-domain/core";
import { isRecord } from "../record.ts";
import { hostsOf } from "./effective.ts";
import { noLists, readLists, type Reading } from "./reading.ts";

/** What `authorizer_info.MiniProgramInfo.network` of api_get_authorizer_info calls the lists. */
export const NETWORK_NAMES = {
  requestdomain: "RequestDomain",
  wsrequestdomain: "WsRequestDomain",
  uploaddomain: "UploadDomain",
  downloaddomain: "DownloadDomain",
  udpdomain: "UDPDomain",
  tcpdomain: "TCPDomain",
  bizdomain: "BizDomain",
  prefetchdnsdomain: "PrefetchDNSDomain",
} as const satisfies Partial<Record<ListName, string>>;

const FROM = "api_get_authorizer_info";

/** Reads a successful reply of api_get_authorizer_info. */
export function readAuthorizerInfo(fields: Readonly<Record<string, unknown>>): Reading {
  const info = below(fields, "authorizer_info");
  // Official examples spell both.
  const network = below(below(info, "MiniProgramInfo"), "network") ?? below(below(info, "miniprograminfo"), "network");
  if (network === undefined) throw noLists(FROM);
  const prefetch = network[NETWORK_NAMES.prefetchdnsdomain];
  const flat = prefetch === undefined ? network : { ...network, [NETWORK_NAMES.prefetchdnsdomain]: hostsOf(prefetch, "PrefetchDNSDomain", FROM) };
  const reading = readLists(flat, NETWORK_NAMES, FROM);
  const appid = below(fields, "authorization_info")?.["authorizer_appid"];
  return {
    ...reading,
    warnings: [...reading.warnings, ...newTwins(network)],
    ...(typeof appid === "string" && appid !== "" ? { appid } : {}),
  };
}

function below(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  const inner = isRecord(value) ? value[key] : undefined;
  return isRecord(inner) ? inner : undefined;
}

/** `NewRequestDomain` and the like stand beside the lists; no document says when they are in force. */
function newTwins(network: Readonly<Record<string, unknown>>): Localized[] {
  const names: Partial<Record<ListName, string>> = NETWORK_NAMES;
  const differing = LIST_NAMES.flatMap((list) => {
    const name = names[list];
    if (name === undefined) return [];
    const twin = network[`New${name}`];
    const isOther = Array.isArray(twin) && twin.length > 0 && JSON.stringify(twin) !== JSON.stringify(network[name]);
    return isOther ? [`New${name}`] : [];
  });
  if (differing.length === 0) return [];
  return [
    {
      en: `The reply also holds ${differing.join(", ")} with other entries, of which no document says when they count; they were left out.`,
      "zh-CN": `响应中还有内容不同的 ${differing.join("、")}，官方文档未说明其何时生效，已忽略。`,
    },
  ];
}
