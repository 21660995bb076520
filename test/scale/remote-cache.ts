import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface RemoteCache {
  /** What Turborepo has to be told to use it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A remote cache as Turborepo asks for it, for two checkouts to share. Source: Turborepo, "Remote Caching", the API's specification. */
export async function startRemoteCache(): Promise<RemoteCache> {
  const artifacts = new Map<string, { readonly body: Buffer; readonly duration: string }>();
  const server = createServer((request, response) => {
    const [, hash = ""] = /^\/v8\/artifacts\/([^/?]+)/.exec(request.url ?? "") ?? [];
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (request.method === "PUT") {
        artifacts.set(hash, { body: Buffer.concat(chunks), duration: String(request.headers["x-artifact-duration"] ?? 0) });
        response.end("{}");
      } else if (hash === "status") response.end('{ "status": "enabled" }');
      else if (request.method === "POST") response.end("{}");
      else {
        const artifact = artifacts.get(hash);
        if (artifact === undefined) response.writeHead(404).end();
        else response.writeHead(200, { "x-artifact-duration": artifact.duration }).end(artifact.body);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: { TURBO_API: `http://127.0.0.1:${String(port)}`, TURBO_TOKEN: "emulated", TURBO_TEAM: "acme" },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
