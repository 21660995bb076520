import { refusal } from "./errors.js";

/**
 * The calls that the emulator answers, one row each: a call of the server API that is not here yet is added as a row.
 *
 * @typedef {import("./tokens.js").Tokens} Tokens
 * @typedef {import("./account.js").Account} Account
 * @typedef {Readonly<Record<string, unknown>>} Json
 *
 * @typedef {object} Endpoint
 * @property {string} name    The last part of its path; tests and faults name it so.
 * @property {string} path
 * @property {"GET" | "POST"} method
 * @property {"none" | "app"} token  Which token the query has to hold.
 * @property {(question: { body: Json, account: Account, tokens: Tokens }) => Json} answer
 */

/** @type {readonly Endpoint[]} */
export const ENDPOINTS = [
  {
    name: "stable_token",
    path: "/cgi-bin/stable_token",
    method: "POST",
    token: "none",
    answer: ({ body, account, tokens }) => {
      if (body["grant_type"] !== "client_credential") return refusal(40002);
      if (!body["appid"]) return refusal(41002);
      if (body["appid"] !== account.appid) return refusal(40013);
      if (!body["secret"]) return refusal(41004);
      if (body["secret"] !== account.secret) return refusal(40125);
      return { access_token: tokens.stable(body["force_refresh"] === true), expires_in: 345 };
    },
  },
  {
    // Here so that calling it is noticed: each call cuts off the token that the owner's production uses.
    name: "token",
    path: "/cgi-bin/token",
    method: "GET",
    token: "none",
    answer: ({ tokens }) => ({ access_token: tokens.stable(true), expires_in: 7200 }),
  },
  {
    name: "getwxadevinfo",
    path: "/wxa/getwxadevinfo",
    method: "POST",
    token: "app",
    answer: ({ body, account }) => {
      const { bizdomain, ...server } = account.lists;
      switch (body["action"]) {
        case undefined:
          return { errcode: 0, errmsg: "ok", ...account.lists };
        case "getserverdomain":
          return { errcode: 0, errmsg: "ok", ...server };
        case "getbizdomain":
          return { errcode: 0, errmsg: "ok", bizdomain };
        default:
          return refusal(40052);
      }
    },
  },
];
