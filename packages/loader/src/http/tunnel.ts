import http from "node:http";
import https from "node:https";
import type { Socket } from "node:net";

/** A proxy's answer other than "200 Connection established". Its own text is not kept: it may quote what it was told. */
export class ProxyRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the proxy answered HTTP ${String(status)}`);
    this.name = "ProxyRefusal";
    this.status = status;
  }
}

/** Asks a proxy for a connection to a host (RFC 9110, CONNECT). Rejects with ProxyRefusal if it gives none. */
export function openTunnel(proxy: URL, target: URL, signal: AbortSignal): Promise<Socket> {
  const authority = `${target.hostname}:${target.port === "" ? "443" : target.port}`;
  const client = proxy.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request(new URL(proxy.origin), {
      method: "CONNECT",
      path: authority,
      headers: { host: authority, ...authorization(proxy) },
      agent: false,
      // The way to an https proxy carries its password.
      rejectUnauthorized: true,
      signal,
    });
    request.once("error", reject);
    request.once("connect", ({ statusCode = 0 }, socket) => {
      if (statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new ProxyRefusal(statusCode));
    });
    request.end();
  });
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === "") return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(credentials).toString("base64")}` };
}
