import { LIST_NAMES, type ListName } from "./lists.ts";

/** What people call a list where its wire name is wanted: the console's names, the APIs', and short ones. */
const NICKNAMES: ReadonlyMap<string, ListName> = new Map([
  ["request", "requestdomain"],
  ["socket", "wsrequestdomain"],
  ["websocket", "wsrequestdomain"],
  ["connectsocket", "wsrequestdomain"],
  ["ws", "wsrequestdomain"],
  ["wss", "wsrequestdomain"],
  ["wsrequest", "wsrequestdomain"],
  ["upload", "uploaddomain"],
  ["uploadfile", "uploaddomain"],
  ["download", "downloaddomain"],
  ["downloadfile", "downloaddomain"],
  ["udp", "udpdomain"],
  ["tcp", "tcpdomain"],
  ["biz", "bizdomain"],
  ["business", "bizdomain"],
  ["webview", "bizdomain"],
  ["prefetchdns", "prefetchdnsdomain"],
  ["js", "jsdomain"],
  ["jssdk", "jsdomain"],
  ["oauth", "oauthdomain"],
]);

/** The list that a key stands for which is none's name: `request`, `uploadFile`, `socketDomains`; undefined: no list is known by it. */
export function meantList(key: string): ListName | undefined {
  if (LIST_NAMES.some((name) => name === key)) return undefined;
  return NICKNAMES.get(key.toLowerCase().replace(/[^a-z]/g, "").replace(/domains?$/, ""));
}
