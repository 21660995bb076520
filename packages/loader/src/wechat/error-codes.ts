import type { Localized } from "@wx-domain/core";
import type { RetryPolicy } from "../http/retry.ts";

/** What an errcode of the server API means and what the person who sees it can do. */
export interface ErrorCode {
  readonly code: number;
  /** Completes "WeChat refused the call: …". `{ip}` stands for the address that errmsg names, `{reason}` for errmsg itself. */
  readonly meaning: Localized;
  /** A full sentence. */
  readonly remedy: Localized;
  readonly retry: RetryPolicy;
}

const row = (
  code: number,
  retry: RetryPolicy,
  meaning: readonly [en: string, zh: string],
  remedy: readonly [en: string, zh: string],
): ErrorCode => ({
  code,
  retry,
  meaning: { en: meaning[0], "zh-CN": meaning[1] },
  remedy: { en: remedy[0], "zh-CN": remedy[1] },
});

const REPORT_FAULT = ["Please report it with the rid.", "请附上 rid 向本项目报告。"] as const;
const ADD_IP = [
  "Add {ip} to the IP allow list: mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID → IP 白名单. A hosted CI changes its address: use the committed snapshot there, or a cloud function (--source cloud).",
  "请把 {ip} 加入 IP 白名单：mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID → IP 白名单。托管 CI 的出口地址会变：请使用已提交的快照，或云函数（--source cloud）。",
] as const;
const ADD_PLATFORM_IP = [
  "Add {ip} to the platform's allow list: open.weixin.qq.com → 管理中心 → 第三方平台 → 开发配置 → 白名单 IP 地址列表. A hosted CI changes its address: fetch from a fixed one, and use the committed snapshot there.",
  "请把 {ip} 加入第三方平台白名单：open.weixin.qq.com → 管理中心 → 第三方平台 → 开发配置 → 白名单 IP 地址列表。托管 CI 的出口地址会变：请在固定地址上拉取，CI 中使用已提交的快照。",
] as const;

/**
 * The codes that reading the lists and changing a pool can meet. Source: official error-code pages of getStableAccessToken and
 * getDomainInfo, the global return codes, and published replies.
 */
const ERROR_CODES: readonly ErrorCode[] = [
  row(-1, "backoff",
    ["the system is busy", "系统繁忙"],
    ["It was tried several times; try again later.", "已多次重试；请稍后再试。"]),
  row(45011, "after-the-minute",
    ["too many calls in this minute", "本分钟内调用过于频繁"],
    ["Try again in a minute, or raise --timeout above 70 to have it waited for.", "请一分钟后再试，或将 --timeout 设为 70 以上以自动等待。"]),
  row(45009, "never",
    ["the daily quota of this API is used up", "该接口当日调用额度已用完"],
    ["It resets at 0:00 Beijing time (UTC+8); until then use the committed snapshot.", "额度在北京时间 0 点重置；在此之前请使用已提交的快照。"]),

  row(40001, "fresh-token",
    ["the access token is invalid (another program may have replaced it)", "access_token 无效（可能已被其他程序刷新）"],
    ["Check that the token belongs to this app and that nothing calls /cgi-bin/token in between.", "请确认该 token 属于此小程序，且没有其他程序调用 /cgi-bin/token。"]),
  row(40014, "fresh-token",
    ["the access token is not one that WeChat issued", "access_token 不合法"],
    ["Check WX_ACCESS_TOKEN or what WX_TOKEN_COMMAND prints: the whole token and nothing else.", "请检查 WX_ACCESS_TOKEN 或 WX_TOKEN_COMMAND 的输出：应为完整的 token，且没有其他内容。"]),
  row(42001, "fresh-token",
    ["the access token has expired", "access_token 已过期"],
    ["Give a fresh token in WX_ACCESS_TOKEN, or WX_APPID and WX_APPSECRET so that one is fetched.", "请在 WX_ACCESS_TOKEN 中提供新的 token，或设置 WX_APPID 和 WX_APPSECRET 以自动获取。"]),

  row(40002, "never",
    ["the grant type is not one that it knows", "grant_type 不合法"], REPORT_FAULT),
  row(40013, "never",
    ["there is no such AppID", "AppID 无效"],
    ["Check WX_APPID (or --appid): \"wx\" and 16 characters, of the same account as the secret.", "请检查 WX_APPID（或 --appid）：以 wx 开头，后接 16 个字符，且与密钥属于同一账号。"]),
  row(40125, "never",
    ["the AppSecret is wrong", "AppSecret 错误"],
    ["Check WX_APPSECRET: mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID; a reset secret replaces the old one at once.", "请检查 WX_APPSECRET：mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID；密钥重置后旧值立即失效。"]),
  row(41001, "never",
    ["the access token is missing", "缺少 access_token"],
    ["If --endpoint names a proxy, let it keep the query; else report this with the rid.", "若 --endpoint 指向代理，请让其保留查询参数；否则请附 rid 报告。"]),
  row(41002, "never",
    ["the AppID is missing", "缺少 AppID"],
    ["Set WX_APPID.", "请设置 WX_APPID。"]),
  row(41004, "never",
    ["the AppSecret is missing", "缺少 AppSecret"],
    ["Set WX_APPSECRET.", "请设置 WX_APPSECRET。"]),
  row(40243, "never",
    ["the AppSecret is frozen", "AppSecret 已被冻结"],
    ["Unfreeze it: mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID → AppSecret.", "请解冻：mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID → AppSecret。"]),
  row(50004, "never",
    ["this account may not use the token API", "该账号被禁止使用 token 接口"],
    ["Ask the account's admin; until then give a token in WX_ACCESS_TOKEN or use the committed snapshot.", "请联系账号管理员；在此之前可用 WX_ACCESS_TOKEN 提供 token，或使用已提交的快照。"]),
  row(50007, "never",
    ["the account is frozen", "账号已冻结"],
    ["The account's admin has to appeal on mp.weixin.qq.com.", "请账号管理员在 mp.weixin.qq.com 申诉。"]),

  row(40164, "never", ["the caller's address {ip} is not on the app's IP allow list", "调用方地址 {ip} 不在小程序的 IP 白名单中"], ADD_IP),
  row(61004, "never", ["the caller's address {ip} is not registered with the third-party platform", "调用方地址 {ip} 未在第三方平台登记"], ADD_PLATFORM_IP),
  row(89503, "never",
    ["a call from this address waits for the admin's consent", "来自该 IP 的调用需要管理员确认"],
    ["The admin has a request in WeChat: let them confirm it, then run this again.", "请管理员在微信中确认该请求，然后重新运行。"]),
  row(89506, "never",
    ["the admin refused this address for 24 hours", "管理员已拒绝该 IP，24 小时内有效"],
    ["Run it again after that, or add the address to the IP allow list.", "请 24 小时后再试，或将该地址加入 IP 白名单。"]),
  row(89507, "never",
    ["the admin refused this address for one hour", "管理员已拒绝该 IP，1 小时内有效"],
    ["Run it again after the hour, or add the address to the IP allow list.", "请 1 小时后再试，或将该地址加入 IP 白名单。"]),

  row(43002, "never", ["the call must be a POST", "该接口必须使用 POST"], ["If --endpoint names a proxy, let it keep the method; else report this with the rid.", "若 --endpoint 指向代理，请让其保留请求方法；否则请附 rid 报告。"]),
  row(44002, "never", ["the call arrived with an empty body", "请求体为空"], ["If --endpoint names a proxy, let it keep the body; else report this with the rid.", "若 --endpoint 指向代理，请让其保留请求体；否则请附 rid 报告。"]),
  row(47001, "never", ["the body is not the JSON that it expects", "请求体不是合法的 JSON"], ["If --endpoint names a proxy, let it pass the body unchanged; else report this with the rid.", "若 --endpoint 指向代理，请让其原样转发请求体；否则请附 rid 报告。"]),

  row(48001, "never",
    ["this API is not granted to the account", "该账号没有此接口的权限"],
    ["See mp.weixin.qq.com → 开发管理 → 接口设置; a personal or unverified account may lack it.", "请在 mp.weixin.qq.com → 开发管理 → 接口设置 中查看；个人或未认证账号可能没有该权限。"]),
  row(61007, "never",
    ["the app has not granted this API to the platform", "小程序未将该接口授权给第三方平台"],
    ["Let the app's owner authorise again with permission set 18 (开发管理与数据分析).", "请小程序管理员重新授权，并勾选权限集 18（开发管理与数据分析）。"]),
  row(85105, "never",
    ["the account may not call this API for the app", "该账号无权为此小程序调用该接口"],
    ["Ask for permission set 18 in the authorisation, or fetch with the app's own AppID and secret.", "请在授权中申请权限集 18，或使用小程序自己的 AppID 和密钥。"]),
  row(85301, "never",
    ["no domain is left after its filter", "过滤后没有可用的域名"],
    ["Its lists are not used; check the domains in the console: 开发管理 → 开发设置 → 服务器域名.", "其列表未被采用；请在后台检查：开发管理 → 开发设置 → 服务器域名。"]),
  row(89231, "never",
    ["an individual's account has no web-view and no business domains", "个人主体小程序不支持 web-view 与业务域名"],
    ["Leave the business domains out of this app's lists.", "请不要为该小程序拉取业务域名。"]),

  row(61003, "never",
    ["the app is not authorised to this platform", "该小程序未授权给此第三方平台"],
    ["Let the app's owner authorise the platform.", "请小程序管理员完成授权。"]),
  row(61005, "never",
    ["the platform's verify ticket has expired", "component_verify_ticket 已过期"],
    ["Check that the platform's server receives WeChat's push every ten minutes.", "请检查第三方平台服务器每十分钟是否收到微信推送。"]),
  row(61006, "never",
    ["the platform's verify ticket is invalid", "component_verify_ticket 无效"],
    ["Use the ticket of the latest push.", "请使用最近一次推送的 ticket。"]),
  row(61028, "never",
    ["the platform is not published", "第三方平台尚未全网发布"],
    ["Leave out --publish: the hosts of the testing version can be changed before.", "请去掉 --publish：发布前可以修改测试版的域名。"]),
  row(65316, "never",
    ["the pool can hold no more hosts", "域名数量已达上限"],
    ["Delete hosts that no app needs, then add again.", "请先删除不再使用的域名，再添加。"]),
  row(9410016, "never",
    ["a host is invalid: {reason}", "域名无效：{reason}"],
    ["See that it is spelled rightly, has its ICP filing, and serves the verification file: wx-domain jump-domain confirm-file HOST.", "请检查拼写和 ICP 备案，并确认可访问校验文件：wx-domain jump-domain confirm-file HOST。"]),
  row(40052, "never", ["the action is not one that it knows", "action 不合法"], REPORT_FAULT),
  row(40039, "never",
    ["a host is too short or too long", "域名长度不合法"],
    ["A host has at most 253 characters, and 63 between two dots.", "域名最长 253 个字符，每段最长 63 个。"]),
  row(61011, "never",
    ["there is no such platform", "第三方平台无效"],
    ["Check WX_COMPONENT_APPID.", "请检查 WX_COMPONENT_APPID。"]),
  row(61023, "never",
    ["the refresh token is invalid", "refresh_token 无效"],
    ["Use the one that the last refresh returned; if it is lost, the app's owner has to authorise again.", "请使用最近一次刷新返回的值；若已丢失，需小程序管理员重新授权。"]),

  row(40234, "never",
    ["the account has API signing switched on, and this call is not signed", "该账号已开启 API 签名，而此调用未签名"],
    ["This tool does not sign: switch it off for the call under 开发管理 → 开发设置 → API 安全, or fetch the lists elsewhere and use --source file.", "本工具不支持签名：请在 开发管理 → 开发设置 → API 安全 中关闭，或用其他方式获取列表并使用 --source file。"]),
  row(40235, "never",
    ["the account has API encryption switched on, and this call is not encrypted", "该账号已开启 API 加密，而此调用未加密"],
    ["This tool does not encrypt: switch it off for the call under 开发管理 → 开发设置 → API 安全, or fetch the lists elsewhere and use --source file.", "本工具不支持加密：请在 开发管理 → 开发设置 → API 安全 中关闭，或用其他方式获取列表并使用 --source file。"]),

  row(85107, "never",
    ["cloud run: this path is not on the list of open APIs", "云托管：该接口路径未在微信令牌权限中配置"],
    ["Add /wxa/getwxadevinfo: cloud run console → 云调用 → 微信令牌权限配置.", "请在云托管控制台 → 云调用 → 微信令牌权限配置 中添加 /wxa/getwxadevinfo。"]),
  row(85112, "never",
    ["cloud run: the app's secret is not set up", "云托管：未配置小程序密钥"],
    ["Switch on 开放接口服务 in the cloud run console.", "请在云托管控制台开启“开放接口服务”。"]),
  row(-604100, "never",
    ["the cloud call does not offer this API to the function", "云调用未向该云函数提供此接口"],
    ["Update wx-server-sdk, and see that the function calls cloud.openapi.operation.getDomainInfo.", "请更新 wx-server-sdk，并确认云函数调用的是 cloud.openapi.operation.getDomainInfo。"]),
  row(-604101, "never",
    ["the cloud function has no permission for this API", "云函数没有调用此接口的权限"],
    ["Put \"operation.getDomainInfo\" under permissions.openapi of the function's config.json, upload it again, and wait ten minutes.", "请在云函数 config.json 的 permissions.openapi 中加入 \"operation.getDomainInfo\"，重新上传，并等待十分钟。"]),
  row(-604104, "never",
    ["the cloud call was refused for a reason that no document names", "云调用被拒绝，官方文档未说明原因"],
    ["Check the function's environment and config.json; until then use the committed snapshot.", "请检查云函数的环境和 config.json；在此之前可使用已提交的快照。"]),
  row(85113, "backoff",
    ["cloud run: the token is not ready yet", "云托管：令牌尚未就绪"],
    ["It was tried several times; try again in a few minutes.", "已多次重试；请几分钟后再试。"]),
];

/** What a call needs to be let in: the same code asks for different remedies. */
export type CallKind = "token" | "api" | "component" | "container";

/** On a call that asks for a token these are no word about a token: the secret does not fit. */
const ON_TOKEN_CALL: readonly ErrorCode[] = [40001, 40014, 42001].map((code) =>
  row(code, "never",
    ["the AppSecret does not belong to this AppID, or is no longer valid", "AppSecret 与 AppID 不匹配或已失效"],
    ["Check WX_APPID and WX_APPSECRET: mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID.", "请检查 WX_APPID 和 WX_APPSECRET：mp.weixin.qq.com → 开发管理 → 开发设置 → 开发者 ID。"]),
);

const ON_COMPONENT_CALL: readonly ErrorCode[] = [40001, 40014, 42001].map((code) =>
  row(code, "fresh-token",
    ["the platform's component_access_token is invalid or has expired", "第三方平台的 component_access_token 无效或已过期"],
    ["Give the present one in WX_COMPONENT_TOKEN, or a command that prints it in WX_COMPONENT_TOKEN_COMMAND.", "请在 WX_COMPONENT_TOKEN 中提供当前值，或将 WX_COMPONENT_TOKEN_COMMAND 设为能输出它的命令。"]),
);

const ON_CONTAINER_CALL: readonly ErrorCode[] = [
  row(41001, "never",
    ["no token was added to the call on its way", "调用途中未被附加令牌"],
    ["Run it inside a WeChat cloud-run container, with 开放接口服务 switched on in the cloud run console.", "请在微信云托管容器内运行，并在云托管控制台开启“开放接口服务”。"]),
];

const byCode = (rows: readonly ErrorCode[]): ReadonlyMap<number, ErrorCode> => new Map(rows.map((r) => [r.code, r]));
const onAnyCall = byCode(ERROR_CODES);
const onCallOf: Readonly<Record<CallKind, ReadonlyMap<number, ErrorCode>>> = {
  token: byCode(ON_TOKEN_CALL),
  api: new Map(),
  component: byCode(ON_COMPONENT_CALL),
  container: byCode(ON_CONTAINER_CALL),
};

/** Every code that has a sentence of its own. */
export const KNOWN_ERROR_CODES: readonly number[] = ERROR_CODES.map((r) => r.code);

/** The row of a code; undefined if no document tells what it means. */
export function errorCode(code: number, call: CallKind): ErrorCode | undefined {
  return onCallOf[call].get(code) ?? onAnyCall.get(code);
}
