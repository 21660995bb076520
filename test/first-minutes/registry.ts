import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import type { Manifest } from "../release/dependencies.ts";

/**
 * A registry of npm on a loopback port that holds some tarballs and knows no other: what npx finds there is what a user would find
 * once they are published. Verdaccio would do the same by 327 packages.
 */
export interface Registry {
  readonly url: string;
  close(): Promise<void>;
}

/** A package as it is published. */
export interface Published {
  readonly manifest: Pick<Manifest, "name" | "version">;
  readonly tarball: string;
}

/** Source: npm's "Package Metadata" and "Registry API": a packument at `/<name>`, with a slash in a scoped name encoded. */
export async function startRegistry(packages: readonly Published[]): Promise<Registry> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "");
    const file = packages.find(({ tarball }) => path === `/-/${basename(tarball)}`);
    if (file !== undefined) return void response.end(readFileSync(file.tarball));
    const found = packages.find(({ manifest }) => path === `/${manifest.name}`);
    if (found !== undefined) return void response.setHeader("content-type", "application/json").end(JSON.stringify(packument(found, baseOf(server))));
    response.writeHead(404, { "content-type": "application/json" }).end('{"error":"not found"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `${baseOf(server)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function baseOf(server: Server): string {
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function packument({ manifest, tarball }: Published, base: string): object {
  const integrity = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  return {
    name: manifest.name,
    "dist-tags": { latest: manifest.version },
    versions: { [manifest.version]: { ...manifest, dist: { tarball: `${base}/-/${basename(tarball)}`, integrity } } },
  };
}
