import type { ListName } from "@wx-domain/core";
import type { PlannedField, PlanStep } from "./report.ts";

/** A page of the console (mp.weixin.qq.com) with one save for its fields. */
export interface ConsolePage {
  readonly page: PlanStep["page"];
  /** Whose console: a mini program's, or that of the official account whose pages use the JS-SDK and the web authorization. */
  readonly account: "mini-program" | "official-account";
  /** The menus that lead there, as they are labelled. */
  readonly menus: readonly string[];
  readonly lists: readonly ListName[];
  /** Between the entries of a field; undefined: each is entered on its own. */
  readonly separator: ";" | undefined;
  readonly source: string;
}

/** In the order in which a new host is best entered: the server lists are what every call waits for. */
export const CONSOLE_PAGES: readonly ConsolePage[] = [
  {
    page: "server",
    account: "mini-program",
    menus: ["开发管理", "开发设置", "服务器域名"],
    lists: ["requestdomain", "wsrequestdomain", "uploaddomain", "downloaddomain", "udpdomain", "tcpdomain"],
    separator: ";",
    source:
      "D network: 「服务器域名请在 「小程序后台-开发-开发设置-服务器域名」 中进行配置」; the newer menu: P 域名管理 (doc/oplatform/developers/basic_func/domain), as below. Separator: P modifyThirdpartyServerDomain 「以;隔开」, and WeChat's answer in its forum 「域名之间请使用分号隔开,不是逗号哈」",
  },
  {
    page: "business",
    account: "mini-program",
    menus: ["开发管理", "开发设置", "业务域名"],
    lists: ["bizdomain"],
    separator: undefined,
    source: "P 域名管理: 「微信公众平台 - 管理 - 开发管理 - 开发设置 - 业务域名」, 「配置业务域名，需管理员扫码授权确认」",
  },
  {
    page: "js-sdk",
    account: "official-account",
    menus: ["设置与开发", "账号设置", "功能设置", "JS 接口安全域名"],
    lists: ["jsdomain"],
    separator: undefined,
    source: "J: 「先登录微信公众平台进入“公众号设置”的“功能设置”里填写“JS接口安全域名”」; WeChat's answer in its forum 「设置与开发 -> 公众号设置 -> 功能设置」. The console calls that menu 账号设置 since 2026",
  },
  {
    page: "oauth",
    account: "official-account",
    menus: ["设置与开发", "账号设置", "功能设置", "网页授权域名"],
    lists: ["oauthdomain"],
    separator: undefined,
    source: "J, web authorization: 「设置与开发」-「功能设置」-「网页授权域名」; the menu between as above",
  },
];

const BY_NAME: ReadonlyMap<PlanStep["page"], ConsolePage> = new Map(CONSOLE_PAGES.map((page) => [page.page, page]));

/** The menus on the way to a page, such as `开发管理 → 开发设置 → 业务域名`. */
export function menuPath(name: PlanStep["page"]): string {
  return BY_NAME.get(name)?.menus.join(" → ") ?? "";
}

/** What to paste, a text for each time that one is pasted: the whole of a field, or each of the domains that come in. */
export function pastedTexts(name: PlanStep["page"], { entries, add }: Pick<PlannedField, "entries" | "add">): readonly string[] {
  const separator = BY_NAME.get(name)?.separator;
  if (separator === undefined) return add;
  return entries.length === 0 ? [] : [entries.join(separator)];
}

/** Whether a field is one text that is replaced as a whole. */
export function isOneText(name: PlanStep["page"]): boolean {
  return BY_NAME.get(name)?.separator !== undefined;
}
