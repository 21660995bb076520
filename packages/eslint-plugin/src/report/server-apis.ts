import { parseRawUrl, type Locale, type Localized } from "@wx-domain/core";
import type { JudgedValue } from "../lint/judge-calls.ts";

/** A family of WeChat's server APIs by the beginnings of its paths, and what an app does instead. */
interface ServerApi {
  readonly paths: readonly string[];
  readonly instead: Localized;
}

/** Source: D, server API pages of each path. A longer beginning stands before a shorter one. */
const SERVER_APIS: readonly ServerApi[] = [
  {
    paths: ["/sns/jscode2session", "/sns/component/jscode2session"],
    instead: {
      en: "Call wx.login in the app, send its code to your server, and let the server call code2Session.",
      "zh-CN": "请在小程序中调用 wx.login，将 code 发给自己的服务器，由服务器调用 code2Session。",
    },
  },
  {
    paths: ["/sns/oauth2/", "/sns/userinfo", "/sns/auth"],
    instead: {
      en: "Send the code of the authorization page to your server, and let the server ask for the token and the user.",
      "zh-CN": "请将网页授权得到的 code 发给自己的服务器，由服务器换取 token 和用户信息。",
    },
  },
  {
    paths: ["/cgi-bin/token", "/cgi-bin/stable_token"],
    instead: {
      en: "An access_token is for servers: let yours fetch and keep it, and offer the app what it does with it.",
      "zh-CN": "access_token 只用于服务器：请由自己的服务器获取并保存，再向小程序提供所需的接口。",
    },
  },
  {
    paths: ["/cgi-bin/ticket/getticket"],
    instead: {
      en: "Let your server fetch the jsapi_ticket and hand the page the signature for wx.config.",
      "zh-CN": "请由自己的服务器获取 jsapi_ticket，只将 wx.config 所需的签名交给页面。",
    },
  },
  {
    paths: ["/wxa/business/getuserphonenumber"],
    instead: {
      en: 'Take the code that <button open-type="getPhoneNumber"> gives, send it to your server, and let the server ask for the number.',
      "zh-CN": "请用 <button open-type=\"getPhoneNumber\"> 得到 code，发给自己的服务器，由服务器换取手机号。",
    },
  },
  {
    paths: ["/cgi-bin/message/"],
    instead: {
      en: "Call wx.requestSubscribeMessage in the app, and let your server send the message.",
      "zh-CN": "请在小程序中调用 wx.requestSubscribeMessage，由自己的服务器发送消息。",
    },
  },
  {
    paths: ["/wxa/getwxacode", "/cgi-bin/wxaapp/createwxaqrcode", "/cgi-bin/qrcode/create", "/wxa/generatescheme", "/wxa/generate_urllink", "/wxa/genwxashortlink"],
    instead: {
      en: "Let your server make the code or link, and hand the app the result.",
      "zh-CN": "请由自己的服务器生成小程序码或链接，再将结果交给小程序。",
    },
  },
  {
    paths: ["/wxa/msg_sec_check", "/wxa/img_sec_check", "/wxa/media_check_async"],
    instead: {
      en: "Send the content to your server, and let the server have it checked before others see it.",
      "zh-CN": "请将内容发给自己的服务器，由服务器送检后再向他人展示。",
    },
  },
];

/** What to call in place of the server API that a URL names; undefined: nothing is known beyond what is true for all. */
export function insteadOfServerApi({ judgement }: JudgedValue, locale: Locale): string | undefined {
  const url = judgement.kind === "unknown" ? undefined : parseRawUrl(judgement.url);
  if (url?.kind !== "absolute") return undefined;
  const path = url.path.toLowerCase();
  return SERVER_APIS.find(({ paths }) => paths.some((one) => path.startsWith(one)))?.instead[locale];
}
