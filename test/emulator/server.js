import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { DEMO_ACCOUNT, DEMO_PLATFORM } from "./account.js";
import { ENDPOINTS } from "./endpoints.js";
import { refusal } from "./errors.js";
import { parseFault } from "./faults.js";
import { Tokens } from "./tokens.js";

/**
 * @typedef {import("./account.js").Account} Account
 * @typedef {import("./account.js").Platform} Platform
 *
 * @typedef {object} Call
 * @property {string} endpoint  Its name, or its path if there is no such endpoint.
 * @property {string} method
 * @property {string} body
 */

/**
 * A server that speaks WeChat's server API on a loopback port, as spec/server-api.md has it.
 *
 * @typedef {object} Emulator
 * @property {string} url         Its base: what `--endpoint` takes.
 * @property {number} port
 * @property {Tokens} tokens      Those of the first account.
 * @property {Platform} platform  As it stands now.
 * @property {readonly Call[]} calls   Everything it was asked, in order.
 * @property {readonly string[]} offences  Calls that would harm a production account.
 * @property {(endpoint: string, ...steps: string[]) => void} plan
 *   What the next calls of an endpoint meet, one step a call; after the last step all is well. Steps are fault names.
 * @property {(endpoint: string, fault: string) => void} always  What every further call of an endpoint meets.
 * @property {() => void} assertHarmless  Throws if there was an offence.
 * @property {() => Promise<void>} close
 *
 * @typedef {object} EmulatorOptions
 * @property {number} [port]
 * @property {Account} [account]
 * @property {readonly Account[]} [accounts]  Instead of the one.
 * @property {Partial<Platform>} [platform]
 * @property {boolean} [container]  Plays the network of a cloud-run container, which adds the token on the way.
 * @property {number} [perMinute]   Calls of one endpoint in a minute, before 45011.
 * @property {{ key: string, cert: string }} [tls]
 */

/**
 * @param {string} text
 * @returns {import("./endpoints.js").Json | undefined}
 */
function parseObject(text) {
  try {
    /** @type {unknown} */
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {EmulatorOptions} [options]
 * @returns {Promise<Emulator>}
 */
export async function startEmulator({ port = 0, account = DEMO_ACCOUNT, accounts = [account], container = false, perMinute = Infinity, tls, ...rest } = {}) {
  const platform = structuredClone({ ...DEMO_PLATFORM, ...rest.platform });
  const parties = new Map(accounts.map((each) => [each.appid, { account: each, tokens: new Tokens(each.appid) }]));
  const [first] = parties.values();
  if (first === undefined) throw new Error("The emulator needs an account.");
  const owner = first;
  /** @type {Call[]} */
  const calls = [];
  /** @type {string[]} */
  const offences = [];
  /** @type {Map<string, { steps: ReturnType<typeof parseFault>[], rest: ReturnType<typeof parseFault> }>} */
  const plans = new Map();
  /** @type {Map<string, { begun: number, calls: number }>} */
  const minutes = new Map();

  /** @param {string | null} token */
  function ownerOf(token) {
    const appid = /^emulated-(?:app|authorizer)-token-(.+)-\d+$/.exec(token ?? "")?.[1];
    return parties.get(appid ?? "") ?? owner;
  }

  /** @param {string} name */
  function isOverLimit(name) {
    const now = Date.now();
    const current = minutes.get(name);
    const minute = current !== undefined && now - current.begun < 60_000 ? current : { begun: now, calls: 0 };
    minutes.set(name, minute);
    return ++minute.calls > perMinute;
  }

  /** @type {import("node:http").RequestListener} */
  const listener = (request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => (body += chunk));
    request.on("end", () => {
      const url = new URL(request.url ?? "/", "http://loopback");
      const endpoint = ENDPOINTS.find((row) => row.path === url.pathname);
      const method = request.method ?? "";
      calls.push({ endpoint: endpoint?.name ?? url.pathname, method, body });
      if (endpoint === undefined) {
        response.writeHead(404).end();
        return;
      }
      const plan = plans.get(endpoint.name);
      const fault = plan?.steps.shift() ?? plan?.rest ?? parseFault("ok");
      const token = url.searchParams.get("access_token");
      const reply = isOverLimit(endpoint.name) ? refusal(45011) : answer(endpoint, method, url.searchParams, body);
      fault({ response, reply, expireToken: () => ownerOf(token).tokens.expire() });
    });
  };

  /**
   * The errcode that a call gets for its token; 0 if it may pass.
   * @param {import("./endpoints.js").Endpoint} endpoint
   * @param {URLSearchParams} query
   */
  function judge(endpoint, query) {
    const token = query.get("access_token");
    if (endpoint.token === "none" || (endpoint.container && container && token === null)) return 0;
    if (token === null || token === "") return 41001;
    if (endpoint.token === "component") return token === platform.token ? 0 : 40001;
    const { tokens } = ownerOf(token);
    const code = tokens.judge(token);
    if (code !== 0) return code;
    return endpoint.token.includes(tokens.kindOf(token) ?? "") ? 0 : 48001;
  }

  /**
   * @param {import("./endpoints.js").Endpoint} endpoint
   * @param {string} method
   * @param {URLSearchParams} query
   * @param {string} text
   */
  function answer(endpoint, method, query, text) {
    if (endpoint.name === "token") offences.push("/cgi-bin/token was called");
    if (method !== endpoint.method) return refusal(43002);
    const code = judge(endpoint, query);
    if (code !== 0) return refusal(code);
    if (method === "POST" && text === "") return refusal(44002);
    const body = method === "POST" ? parseObject(text) : {};
    if (body === undefined) return refusal(47001);
    if (body["force_refresh"] === true) offences.push("force_refresh: true was sent");
    if (endpoint.name.startsWith("modify_") && body["action"] === undefined) offences.push(`${endpoint.name} was called without an action`);
    // Without it a shared environment answers for its owner's app.
    const asked = parties.get(query.get("from_appid") ?? "") ?? ownerOf(query.get("access_token"));
    return endpoint.answer({ body, query, platform, ...asked, find: (appid) => parties.get(String(appid)) });
  }

  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The emulator did not get a port.");

  return {
    url: `${tls === undefined ? "http" : "https"}://127.0.0.1:${address.port}`,
    port: address.port,
    tokens: owner.tokens,
    platform,
    calls,
    offences,
    plan: (endpoint, ...steps) => {
      plans.set(endpoint, { steps: steps.map(parseFault), rest: parseFault("ok") });
    },
    always: (endpoint, fault) => {
      plans.set(endpoint, { steps: [], rest: parseFault(fault) });
    },
    assertHarmless: () => {
      if (offences.length > 0) throw new Error(`A production account would have been harmed: ${offences.join("; ")}.`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
