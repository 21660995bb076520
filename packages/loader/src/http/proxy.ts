import { isLoopback } from "../loopback.ts";
import { variable, type Environment } from "../variables.ts";
import type { Fetch } from "./fetch.ts";

/** A proxy's answer other than "200 Connection established". Its own text is not kept: it may quote what it was told. */
export class ProxyRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the proxy answered HTTP ${String(status)}`);
    this.name = "ProxyRefusal";
    this.status = status;
  }
}

/**
 * `fetch` by way of the proxy that HTTPS_PROXY names, except for the hosts of NO_PROXY: Node's own reads neither.
 * Only https is proxied, in a tunnel that the proxy can't look into. Plain http goes to this machine or to a
 * container's own network; a proxy would read it.
 */
export function proxiedFetch(environment: Environment): Fetch {
  const proxy = variable(environment, "https_proxy") ?? variable(environment, "HTTPS_PROXY");
  if (proxy === undefined) return fetch;
  const noProxy = variable(environment, "no_proxy") ?? variable(environment, "NO_PROXY") ?? "";
  let proxied: Promise<Fetch> | undefined;
  return async (url, terms) => {
    if (url.protocol !== "https:" || isLoopback(url.hostname)) return await fetch(url, terms);
    proxied ??= fetchThrough(proxy, noProxy);
    return await (await proxied)(url, terms);
  };
}

/** undici is Node's fetch as a package, with its agent for proxies; loaded late, because few need it. */
async function fetchThrough(proxy: string, noProxy: string): Promise<Fetch> {
  const { EnvHttpProxyAgent, fetch: undiciFetch } = await import("undici");
  const dispatcher = new EnvHttpProxyAgent({ httpsProxy: proxy, httpProxy: "", noProxy });
  return async (url, terms) => {
    try {
      return await undiciFetch(url, { ...terms, dispatcher });
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  };
}

/** The agent tells the proxy's status in a message only. */
function refusalOf(error: unknown): ProxyRefusal | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth++) {
    const status = /^Proxy response \((\d+)\)/.exec(at.message)?.[1];
    if (status !== undefined) return new ProxyRefusal(Number(status));
  }
  return undefined;
}
