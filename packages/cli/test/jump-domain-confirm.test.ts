import { createServer as createHttpServer } from "node:http";
import { createServer, type Server } from "node:https";
import { createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_PLATFORM } from "../../../test/emulator/account.js";
import { startAuthority } from "../../../test/emulator/certificates.js";
import { startProxy, type Proxy } from "../../../test/emulator/proxy.js";
import { startEmulator, type Emulator } from "../../../test/emulator/server.js";
import { temporaryFolder, wxDomain, type Folder, type Run } from "./harness.ts";

const { name, content } = DEMO_PLATFORM.confirmFile;

/** What each host answers for any path but the file's own: nothing. */
const HOSTS = {
  "good.example.com": { status: 200, body: content },
  "newline.example.com": { status: 200, body: `${content}\n` },
  "app.example.com": { status: 200, body: "<!doctype html><title>app</title>" },
  "old.example.com": { status: 200, body: "another" },
  "empty.example.com": { status: 200, body: "" },
  "moved.example.com": { status: 302, body: "", location: "https://www.moved.example.com/" },
  "missing.example.com": { status: 404, body: "" },
  "expired.example.com": { status: 200, body: content },
  "borrowed.example.com": { status: 200, body: content },
  "stranger.example.com": { status: 200, body: content },
} as const;

let wechat: Emulator;
let proxy: Proxy;
let folder: Folder;
const servers: { close(): unknown }[] = [];

const listen = (server: Server | ReturnType<typeof createHttpServer> | ReturnType<typeof createTcpServer>): Promise<number> =>
  new Promise((resolve) => {
    servers.push(server);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });

beforeAll(async () => {
  const [authority, stranger] = [startAuthority(), startAuthority()];
  [wechat, folder] = await Promise.all([startEmulator(), temporaryFolder()]);
  await folder.write("ca.pem", authority.cert);
  const routes: Record<string, number> = {};
  for (const [host, answer] of Object.entries(HOSTS)) {
    const issuer = host === "stranger.example.com" ? stranger : authority;
    const identity = issuer.issue(host === "borrowed.example.com" ? "good.example.com" : host, { expired: host === "expired.example.com" });
    const server = createServer(identity, (request, response) => {
      if (request.url === `/${name}`) response.writeHead(answer.status, "location" in answer ? { location: answer.location } : {}).end(answer.body);
      else response.writeHead(410).end();
    });
    routes[`${host}:443`] = await listen(server);
  }
  routes["plain.example.com:443"] = await listen(createHttpServer((_request, response) => response.end(content)));
  routes["silent.example.com:443"] = await listen(createTcpServer(() => undefined));
  proxy = await startProxy(routes);
});
afterAll(async () => {
  for (const server of servers) server.close();
  await Promise.all([wechat.close(), proxy.close(), folder.remove()]);
});

const confirm = (words: readonly string[]): Promise<Run> =>
  wxDomain(["jump-domain", "confirm-file", ...words, "--endpoint", wechat.url], {
    cwd: folder.path,
    env: { WX_COMPONENT_TOKEN: DEMO_PLATFORM.token, HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: join(folder.path, "ca.pem") },
  });

it("tells what has to be served", async () => {
  const run = await confirm([]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toContain(`https://HOST/${name} with exactly this content`);
  expect(run.stdout).toContain(`  ${content}\n`);
});

it.each([
  { host: "good.example.com", code: 0, says: "✓ good.example.com: serves the file" },
  { host: "newline.example.com", code: 1, says: "serves the content with blanks or a newline around it" },
  { host: "app.example.com", code: 1, says: "serves an HTML page instead" },
  { host: "old.example.com", code: 1, says: "serves another content" },
  { host: "empty.example.com", code: 1, says: "serves an empty file" },
  { host: "moved.example.com", code: 1, says: "redirects (HTTP 302) to https://www.moved.example.com/" },
  { host: "missing.example.com", code: 1, says: `answers HTTP 404: put ${name} into the root folder` },
  { host: "expired.example.com", code: 1, says: "its certificate has expired or is not valid yet (CERT_HAS_EXPIRED)" },
  { host: "borrowed.example.com", code: 1, says: "its certificate is for another host (ERR_TLS_CERT_ALTNAME_INVALID)" },
  { host: "stranger.example.com", code: 1, says: "from an issuer that this machine does not trust" },
  { host: "plain.example.com", code: 1, says: "it speaks no TLS that this machine accepts" },
  { host: "nowhere.example.com", code: 1, says: "can't be reached (proxy: HTTP 502)" },
  { host: "silent.example.com", code: 1, says: "did not answer in time" },
])("$host: $says", async ({ host, code, says }) => {
  const run = await confirm([host, "--timeout", host.startsWith("silent.") ? "5" : "20"]);
  expect(run).toMatchObject({ code, stderr: "" });
  expect(run.stdout).toContain(says);
});

it("several hosts as JSON; the token goes to none of them", async () => {
  const run = await confirm(["good.example.com", "missing.example.com", "--json"]);
  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toEqual({
    file: { name, content },
    hosts: [
      { host: "good.example.com", kind: "served" },
      { host: "missing.example.com", kind: "status", status: 404 },
    ],
  });
});
