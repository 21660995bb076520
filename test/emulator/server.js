import { createServer } from "node:http";
import { DEMO_ACCOUNT } from "./account.js";
import { ENDPOINTS } from "./endpoints.js";
import { refusal } from "./errors.js";
import { parseFault } from "./faults.js";
import { Tokens } from "./tokens.js";

/**
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
 * @property {Tokens} tokens
 * @property {readonly Call[]} calls   Everything it was asked, in order.
 * @property {readonly string[]} offences  Calls that would harm a production account.
 * @property {(endpoint: string, ...steps: string[]) => void} plan
 *   What the next calls of an endpoint meet, one step a call; after the last step all is well. Steps are fault names.
 * @property {(endpoint: string, fault: string) => void} always  What every further call of an endpoint meets.
 * @property {() => void} assertHarmless  Throws if there was an offence.
 * @property {() => Promise<void>} close
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
 * @param {{ port?: number, account?: import("./account.js").Account }} [options]
 * @returns {Promise<Emulator>}
 */
export async function startEmulator({ port = 0, account = DEMO_ACCOUNT } = {}) {
  const tokens = new Tokens();
  /** @type {Call[]} */
  const calls = [];
  /** @type {string[]} */
  const offences = [];
  /** @type {Map<string, { steps: ReturnType<typeof parseFault>[], rest: ReturnType<typeof parseFault> }>} */
  const plans = new Map();

  const server = createServer((request, response) => {
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
      const reply = answer(endpoint, method, url.searchParams.get("access_token"), body);
      const plan = plans.get(endpoint.name);
      const fault = plan?.steps.shift() ?? plan?.rest ?? parseFault("ok");
      fault({ response, reply, expireToken: () => tokens.expire() });
    });
  });

  /**
   * @param {import("./endpoints.js").Endpoint} endpoint
   * @param {string} method
   * @param {string | null} token
   * @param {string} text
   */
  function answer(endpoint, method, token, text) {
    if (endpoint.name === "token") offences.push("/cgi-bin/token was called");
    if (method !== endpoint.method) return refusal(43002);
    if (endpoint.token === "app") {
      const code = tokens.judge(token);
      if (code !== 0) return refusal(code);
    }
    if (method === "POST" && text === "") return refusal(44002);
    const body = method === "POST" ? parseObject(text) : {};
    if (body === undefined) return refusal(47001);
    if (body["force_refresh"] === true) offences.push("force_refresh: true was sent");
    return endpoint.answer({ body, account, tokens });
  }

  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The emulator did not get a port.");

  return {
    url: `http://127.0.0.1:${address.port}`,
    tokens,
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
