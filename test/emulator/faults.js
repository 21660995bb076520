import { refusal } from "./errors.js";

/**
 * What can go wrong on the way, each by its name. A fault is handed the reply that WeChat would have given and does
 * with it what its name says.
 *
 * @typedef {object} Exchange
 * @property {import("node:http").ServerResponse} response
 * @property {Readonly<Record<string, unknown>>} reply
 * @property {() => void} expireToken
 *
 * @typedef {(exchange: Exchange, argument: string) => void} Fault
 */

const EMPTY_LISTS = {
  requestdomain: [],
  wsrequestdomain: [],
  uploaddomain: [],
  downloaddomain: [],
  udpdomain: [],
};

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} text
 * @param {{ status?: number, type?: string }} [options]
 */
function send(response, text, { status = 200, type = "application/json; encoding=utf-8" } = {}) {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text) });
  response.end(text);
}

/** @type {Readonly<Record<string, Fault>>} */
export const FAULTS = {
  /** No fault: the step of a plan at which all is well. */
  ok: ({ response, reply }) => send(response, JSON.stringify(reply)),

  /** `errcode:40164`: that refusal, with its documented text. */
  errcode: ({ response }, code) => send(response, JSON.stringify(refusal(Number(code)))),
  /** `errcode-text:40164`: the same with errcode as a string. */
  "errcode-text": ({ response }, code) => send(response, JSON.stringify({ ...refusal(Number(code)), errcode: code })),
  /** A refusal that repeats what it was asked with, as no server should. `leak:<text>`. */
  leak: ({ response }, text) => send(response, JSON.stringify({ errcode: 99999, errmsg: `what is ${text}? rid: x-1` })),
  /** A success with that entry in its request list. `echo-in-list:<entry>`. */
  "echo-in-list": ({ response, reply }, entry) => send(response, JSON.stringify({ ...reply, requestdomain: [entry] })),
  /** The token ends between its issue and this call. */
  "expire-token": ({ response, expireToken }) => {
    expireToken();
    send(response, JSON.stringify(refusal(42001)));
  },
  /** A refusal with empty lists beside it. */
  "lists-beside-error": ({ response }) =>
    send(response, JSON.stringify({ ...refusal(85301), ...EMPTY_LISTS, invalid_wsrequestdomain: ["wss://https://c.example.com"] })),

  "hang-before-headers": () => undefined,
  "hang-after-headers": ({ response, reply }) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write(JSON.stringify(reply).slice(0, 1));
  },
  /** One byte a second: alive, and never done in time. */
  drip: ({ response, reply }) => {
    response.writeHead(200, { "content-type": "application/json" });
    const bytes = JSON.stringify(reply)[Symbol.iterator]();
    const timer = setInterval(() => {
      const next = bytes.next();
      if (next.done === true) response.end();
      else response.write(next.value);
    }, 1000);
    response.once("close", () => clearInterval(timer));
  },
  /** The connection breaks in the middle of the body. */
  "cut-off": ({ response, reply }) => {
    const text = JSON.stringify(reply);
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  },
  /** The body stops in the middle, and says that it is whole. */
  truncated: ({ response, reply }) => send(response, JSON.stringify(reply).slice(0, -9)),
  /** The connection breaks before anything was said. */
  reset: ({ response }) => {
    response.destroy();
  },

  /** `status:503`. */
  status: ({ response }, status) => send(response, "upstream error", { status: Number(status), type: "text/plain" }),
  /** `redirect:https://other.example/`. */
  redirect: ({ response }, location) => {
    response.writeHead(302, { location });
    response.end();
  },
  html: ({ response }) => send(response, "<!doctype html><title>Sign in</title>", { type: "text/html" }),
  empty: ({ response }) => send(response, ""),
  "json-array": ({ response }) => send(response, "[]"),
  "no-lists": ({ response }) => send(response, '{"errcode":0,"errmsg":"ok"}'),
  "wrong-shape": ({ response, reply }) => send(response, JSON.stringify({ ...reply, requestdomain: "https://api.example.com" })),
  /** One list twice, the second time shorter. */
  "duplicate-keys": ({ response, reply }) => send(response, JSON.stringify(reply).replace(/}$/, ',"requestdomain":[]}')),
  "odd-errcode": ({ response, reply }) => send(response, JSON.stringify({ ...reply, errcode: "none" })),
  huge: ({ response, reply }) => send(response, JSON.stringify({ ...reply, padding: "x".repeat(4 * 1024 * 1024) })),

  // What looks like a fault and is none.
  "text-plain": ({ response, reply }) => send(response, JSON.stringify(reply), { type: "text/plain" }),
  bom: ({ response, reply }) => send(response, `\uFEFF${JSON.stringify(reply)}`),
  "zero-as-text": ({ response, reply }) => send(response, JSON.stringify({ ...reply, errcode: "0" })),
  /** The same key in an object inside: that is another key. */
  "nested-key": ({ response, reply }) => send(response, JSON.stringify({ ...reply, other: { requestdomain: [] } })),
  "all-empty": ({ response }) => send(response, JSON.stringify({ errcode: 0, errmsg: "ok", ...EMPTY_LISTS })),
  /** `without:bizdomain`: the reply lacks that key. */
  without: ({ response, reply }, key) => {
    const { [key]: _left, ...rest } = reply;
    send(response, JSON.stringify(rest));
  },
  /** `also:coapdomain`: a list that no document names yet. */
  also: ({ response, reply }, key) => send(response, JSON.stringify({ ...reply, [key]: ["https://new.example.com"] })),
};

/**
 * Finds a fault by its text, `name` or `name:argument`.
 * @param {string} text
 * @returns {(exchange: Exchange) => void}
 */
export function parseFault(text) {
  const colon = text.indexOf(":");
  const name = colon < 0 ? text : text.slice(0, colon);
  const fault = Object.hasOwn(FAULTS, name) ? FAULTS[name] : undefined;
  if (fault === undefined) throw new Error(`No fault is called "${name}". There are: ${Object.keys(FAULTS).join(", ")}.`);
  return (exchange) => fault(exchange, colon < 0 ? "" : text.slice(colon + 1));
}
