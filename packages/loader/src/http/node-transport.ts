import http from "node:http";
import https from "node:https";
import tls from "node:tls";
import { getProxyForUrl } from "proxy-from-env";
import { isLoopback } from "../loopback.ts";
import { proxiesIn, type Environment } from "../variables.ts";
import { openTunnel } from "./tunnel.ts";
import type { Transport } from "./transport.ts";

/** Whatever NODE_TLS_REJECT_UNAUTHORIZED says for the rest of the program: here secrets are sent. */
const VERIFIED = { rejectUnauthorized: true };

/**
 * Node's own client. Not `fetch`: that knows no proxy, and an aborted one leaves a connection half open which keeps the
 * program alive for seconds after its work is done.
 * @param environment Where a proxy's password is; its address is read from the process's own.
 */
export function nodeTransport(environment: Environment): Transport {
  return async ({ url, method, headers, body, signal }) => {
    const proxy = proxyFor(url, environment);
    const tunnel = proxy === undefined ? undefined : await openTunnel(proxy, url, signal);
    const overTunnel = tunnel === undefined ? {} : { createConnection: () => tls.connect({ socket: tunnel, servername: url.hostname, ...VERIFIED }) };
    const client = url.protocol === "https:" ? https : http;
    return await new Promise((resolve, reject) => {
      const request = client.request(url, { method, headers, signal, ...VERIFIED, ...overTunnel }, (response) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, body: response });
      });
      request.once("error", reject);
      request.end(body);
    });
  };
}

/**
 * The proxy that HTTPS_PROXY names, unless NO_PROXY excepts the host. Only https is proxied, in a tunnel that the proxy
 * can't look into: plain http goes to this machine or to a container's own network, and a proxy could read it.
 */
function proxyFor(url: URL, environment: Environment): URL | undefined {
  if (url.protocol !== "https:" || isLoopback(url.hostname)) return undefined;
  const text = getProxyForUrl(url.href);
  if (!URL.canParse(text)) return undefined;
  const proxy = new URL(text);
  return proxiesIn(environment).find((known) => known.url.host === proxy.host && known.url.username !== "")?.url ?? proxy;
}
