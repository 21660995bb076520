import type { Call } from "@wx-domain/core";
import { isShareFunction, SHARE_FUNCTIONS } from "./js-sdk.ts";

/** A function of the platform that goes to the network, and where its URL stands. */
export interface NetworkCall {
  readonly call: Call;
  /** The member of the options argument that holds the URL. */
  readonly key: string;
}

/**
 * Sources: the mini-program API pages of each call (domain-rules.md §4); `uni.*`, `Taro.*`, `mpx.*`, `wepy.*` and `mpvue.*` have the
 * same members.
 */
const NETWORK_CALLS: ReadonlyMap<string, NetworkCall> = new Map([
  ["request", { call: "request", key: "url" }],
  ["uploadFile", { call: "uploadFile", key: "url" }],
  ["downloadFile", { call: "downloadFile", key: "url" }],
  ["connectSocket", { call: "connectSocket", key: "url" }],
  ["getImageInfo", { call: "getImageInfo", key: "src" }],
]);

/** What makes a TCP socket, whose `connect` goes to the network. Source: D TCPSocket.connect({ address, port }). */
const TCP_MAKER = "createTCPSocket";

/** Objects that carry the network API, if the settings name no others. */
export const PLATFORM_OBJECTS: readonly string[] = ["wx", "uni", "Taro", "mpx", "wepy", "mpvue"];

/** Members of `wx` with the same functions as promises (wx-promise-pro). */
const PROMISED: ReadonlySet<string> = new Set(["pro"]);

/** The network call behind a builtin's path (`wx.request`, `globalThis.uni.uploadFile`). */
export function networkCallOf(path: string, platformObjects: ReadonlySet<string>): NetworkCall | undefined {
  const parts = path.split(".");
  const name = parts.pop();
  const last = parts.pop();
  const owner = last !== undefined && PROMISED.has(last) ? parts.pop() : last;
  if (name === undefined || owner === undefined || !platformObjects.has(owner)) return undefined;
  return parts.every((part) => part === "globalThis") ? NETWORK_CALLS.get(name) : undefined;
}

/** Whether a builtin's path is `connect` of a TCP socket (`wx.createTCPSocket().connect`). */
export function isTcpConnect(path: string, platformObjects: ReadonlySet<string>): boolean {
  const [, owner] = /^(?:globalThis\.)*(\w+)\.createTCPSocket\(\)\.connect$/.exec(path) ?? [];
  return owner !== undefined && platformObjects.has(owner);
}

export const NETWORK_NAMES: readonly string[] = [...NETWORK_CALLS.keys(), TCP_MAKER, ...SHARE_FUNCTIONS];

export function isNetworkName(name: string): boolean {
  return NETWORK_CALLS.has(name) || name === TCP_MAKER || isShareFunction(name);
}
