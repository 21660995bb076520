/** The built site on a port of this machine, which tells what was asked of it. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { publishedFile } from "../site/build.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

export interface Site {
  readonly origin: string;
  /** The paths that were asked for since the last call, with what was served. */
  takeServed(): ReadonlyMap<string, Buffer>;
  /** Paths that are not served from now on; undefined: all are again. */
  withhold(paths: RegExp | undefined): void;
  close(): Promise<void>;
}

export async function serve(): Promise<Site> {
  let served = new Map<string, Buffer>();
  let withheld: RegExp | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = withheld?.test(pathname) === true ? undefined : publishedFile(pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    const content = readFileSync(file);
    served.set(pathname, content);
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    takeServed() {
      const taken = served;
      served = new Map();
      return taken;
    },
    withhold(paths) {
      withheld = paths;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
