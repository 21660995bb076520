import { createServer } from "node:http";
import { connect } from "node:net";

/**
 * A proxy on loopback that opens tunnels to where the test says, so that any name can be played on this machine.
 *
 * @typedef {object} Proxy
 * @property {string} url
 * @property {readonly string[]} asked  The hosts with ports that tunnels were asked for, in order.
 * @property {() => Promise<void>} close
 */

/**
 * @param {Readonly<Record<string, number>>} routes  Port by `host:port`; others get 502.
 * @param {{ user?: string }} [terms]  `user`: `name:password`, without which 407 is answered.
 * @returns {Promise<Proxy>}
 */
export async function startProxy(routes, { user } = {}) {
  /** @type {string[]} */
  const asked = [];
  /** @type {Set<import("node:stream").Duplex>} */
  const tunnels = new Set();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on("connect", (request, client) => {
    const target = request.url ?? "";
    asked.push(target);
    client.on("error", () => undefined);
    const credentials = user === undefined ? undefined : `Basic ${Buffer.from(user).toString("base64")}`;
    if (request.headers["proxy-authorization"] !== credentials && credentials !== undefined) {
      client.end("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    const port = routes[target];
    if (port === undefined) {
      client.end("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n");
      return;
    }
    const upstream = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    for (const end of [client, upstream]) tunnels.add(end);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy did not get a port.");
  return {
    url: `http://${user === undefined ? "" : `${user}@`}127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const end of tunnels) end.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
