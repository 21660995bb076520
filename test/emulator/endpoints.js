import { refusal } from "./errors.js";
import { changePool, poolReply } from "./pools.js";

/**
 * The calls that the emulator answers, one row each: a call of the server API that is not here yet is added as a row.
 *
 * @typedef {import("./tokens.js").Tokens} Tokens
 * @typedef {import("./account.js").Account} Account
 * @typedef {import("./account.js").Platform} Platform
 * @typedef {Readonly<Record<string, unknown>>} Json
 *
 * @typedef {object} Question
 * @property {Json} body
 * @property {URLSearchParams} query
 * @property {Account} account  Whose token it was; else the first one.
 * @property {Tokens} tokens    That account's.
 * @property {Platform} platform
 * @property {(appid: unknown) => { account: Account, tokens: Tokens } | undefined} find
 *
 * @typedef {object} Endpoint
 * @property {string} name    The last part of its path; tests and faults name it so.
 * @property {string} path
 * @property {"GET" | "POST"} method
 * @property {"none" | "app" | "authorizer" | "app or authorizer" | "component"} token  Which token the query has to hold.
 * @property {true} [container]  A cloud-run container may call it with `from_appid` and without a token.
 * @property {(question: Question) => Json} answer
 */

const OK = { errcode: 0, errmsg: "ok" };

/** @type {readonly Endpoint[]} */
export const ENDPOINTS = [
  {
    name: "stable_token",
    path: "/cgi-bin/stable_token",
    method: "POST",
    token: "none",
    answer: ({ body, find }) => {
      if (body["grant_type"] !== "client_credential") return refusal(40002);
      if (!body["appid"]) return refusal(41002);
      const found = find(body["appid"]);
      if (found === undefined) return refusal(40013);
      if (!body["secret"]) return refusal(41004);
      if (body["secret"] !== found.account.secret) return refusal(40125);
      return { access_token: found.tokens.stable(body["force_refresh"] === true), expires_in: 345 };
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
    token: "app or authorizer",
    container: true,
    answer: ({ body, account }) => {
      const { bizdomain, ...server } = account.lists;
      switch (body["action"]) {
        case undefined:
          return { ...OK, ...account.lists };
        case "getserverdomain":
          return { ...OK, ...server };
        case "getbizdomain":
          return { ...OK, bizdomain };
        default:
          return refusal(40052);
      }
    },
  },

  {
    name: "api_authorizer_token",
    path: "/cgi-bin/component/api_authorizer_token",
    method: "POST",
    token: "component",
    answer: ({ body, platform, find }) => {
      if (body["component_appid"] !== platform.appid) return refusal(61011);
      const found = find(body["authorizer_appid"]);
      if (found === undefined) return refusal(61003);
      const token = found.tokens.authorize(body["authorizer_refresh_token"]);
      if (token === undefined) return refusal(61023);
      return { authorizer_access_token: token, expires_in: 7200, authorizer_refresh_token: found.tokens.refreshToken };
    },
  },
  {
    name: "get_effective_domain",
    path: "/wxa/get_effective_domain",
    method: "POST",
    token: "authorizer",
    answer: ({ account }) => {
      const { bizdomain: _business, ...server } = account.lists;
      const wide = ["https://not-in-force.example.com"];
      return {
        ...OK,
        mp_domain: { requestdomain: wide },
        third_domain: { requestdomain: wide },
        direct_domain: { requestdomain: [] },
        effective_domain: { ...server, tcpdomain: ["tcp://game.example.com"] },
      };
    },
  },
  {
    name: "get_effective_webviewdomain",
    path: "/wxa/get_effective_webviewdomain",
    method: "POST",
    token: "authorizer",
    answer: ({ account }) => ({
      ...OK,
      mp_webviewdomain: ["https://not-in-force.example.com/"],
      third_webviewdomain: [],
      direct_webviewdomain: [],
      effective_webviewdomain: account.lists["bizdomain"],
    }),
  },
  {
    name: "get_prefetchdnsdomain",
    path: "/wxa/get_prefetchdnsdomain",
    method: "GET",
    token: "authorizer",
    answer: () => ({ ...OK, prefetch_dns_domain: [{ url: "cdn.example.com", status: 1 }], size_limit: 5 }),
  },
  {
    name: "api_get_authorizer_info",
    path: "/cgi-bin/component/api_get_authorizer_info",
    method: "POST",
    token: "component",
    answer: ({ body, platform, find }) => {
      if (body["component_appid"] !== platform.appid) return refusal(61011);
      const account = find(body["authorizer_appid"])?.account;
      if (account === undefined) return refusal(61003);
      const { lists } = account;
      const network = {
        RequestDomain: lists["requestdomain"],
        WsRequestDomain: lists["wsrequestdomain"],
        UploadDomain: lists["uploaddomain"],
        DownloadDomain: lists["downloaddomain"],
        UDPDomain: lists["udpdomain"],
        TCPDomain: [],
        BizDomain: lists["bizdomain"],
        PrefetchDNSDomain: [],
        NewRequestDomain: lists["requestdomain"],
      };
      return {
        authorizer_info: { nick_name: "demo", MiniProgramInfo: { network } },
        authorization_info: { authorizer_appid: account.appid, authorizer_refresh_token: "not-for-us" },
      };
    },
  },

  {
    name: "modify_wxa_jump_domain",
    path: "/cgi-bin/component/modify_wxa_jump_domain",
    method: "POST",
    token: "component",
    answer: ({ body, platform }) => changePool(body, platform, platform.jumpPool, "wxa_jump_h5_domain", 200),
  },
  {
    name: "modify_wxa_server_domain",
    path: "/cgi-bin/component/modify_wxa_server_domain",
    method: "POST",
    token: "component",
    // Nothing of this project changes that pool.
    answer: ({ body, platform }) => (body["action"] === "get" ? poolReply(platform.serverPool, "wxa_server_domain") : refusal(40052)),
  },
  {
    name: "get_domain_confirmfile",
    path: "/cgi-bin/component/get_domain_confirmfile",
    method: "POST",
    token: "component",
    answer: ({ platform }) => ({ ...OK, file_name: platform.confirmFile.name, file_content: platform.confirmFile.content }),
  },
];
