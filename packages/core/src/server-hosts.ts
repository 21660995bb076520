/**
 * Hosts that only a server may call: the platform puts them in no list, and their APIs need a secret.
 * Source: D network: 「出于安全考虑，api.weixin.qq.com 不能被配置为服务器域名，相关 API 也不能在小程序内调用」.
 */
const SERVER_ONLY_HOSTS = new Set(["api.weixin.qq.com"]);

/** @param host lower case; a trailing dot names the same machine. */
export function isServerOnlyHost(host: string): boolean {
  return SERVER_ONLY_HOSTS.has(host.replace(/\.$/, ""));
}
