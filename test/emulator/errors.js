/**
 * errmsg texts as the platform sends them, by errcode; those marked real were published by users of the API. The
 * suffix ` rid: …` changes with every reply on the live API and is fixed here, so that a test can look for it.
 */
export const RID = "64e5d2d0-18b1978d-6abec211";

/** @type {ReadonlyMap<number, string>} */
const MESSAGES = new Map([
  [-604100, "system error: error code: -604100"],
  // real
  [-604101, "system error: error code: -604101"],
  [-604104, "system error: error code: -604104"],
  [-1, "system error"],
  [40001, "invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r"],
  [40002, "invalid grant_type"],
  [40039, "invalid url size"],
  [40052, "invalid action name"],
  [40013, "invalid appid"],
  [40014, "invalid access_token"],
  [40125, "invalid appsecret"],
  // real
  [40164, "invalid ip 203.0.113.20 ipv6 ::ffff:203.0.113.20, not in whitelist"],
  // real
  [40234, "invalid signature"],
  [40235, "invalid encrypt"],
  [40243, "AppSecret is frozen"],
  [41001, "access_token missing"],
  [41002, "appid missing"],
  [41004, "appsecret missing"],
  // real
  [42001, "access_token expired"],
  [43002, "require POST method"],
  [44002, "empty post data"],
  [45009, "reach max api daily quota limit"],
  [45011, "api minute-quota reach limit, must slower, retry next minute"],
  [47001, "data format error"],
  [48001, "api unauthorized"],
  [50004, "forbidden to use token api"],
  [50007, "account frozen"],
  [61003, "component is not authorized by this account"],
  // real
  [61004, "access clientip is not registered requestIP: 203.0.113.24"],
  [61005, "component ticket is expired"],
  [61006, "component ticket is invalid"],
  [61007, "api is unauthorized to component"],
  [61011, "invalid component"],
  [61028, "component is not published"],
  [65316, "the number of domains exceeds the limit"],
  [9410016, "invalid domain"],
  [61023, "refresh_token is invalid"],
  [85105, "can not call this api for this appid"],
  [85107, "path is not in the open api list"],
  [85112, "secret is not set"],
  [85113, "token is not ready"],
  // real
  [85301, "no domain to modify after filtered, please confirm the domain has been set in miniprogram or open, and follows the rule of domains"],
  [89231, "not support single"],
  [89503, "this call requires the administrator's confirmation, please wait patiently"],
  [89506, "this ip was refused by the administrator, try again in 24 hours"],
  [89507, "this ip was refused by the administrator, try again in 1 hour"],
]);

/** Replies whose suffix is the older ` hint: […]`. */
const HINTED = new Set([89231]);

/** Every code that has a documented text. */
export const DOCUMENTED_CODES = [...MESSAGES.keys()];

/**
 * @param {number} code
 * @returns {{ errcode: number, errmsg: string }}
 */
export function refusal(code) {
  const text = MESSAGES.get(code) ?? "an error that no document names";
  return { errcode: code, errmsg: HINTED.has(code) ? `${text} hint: [TDxIGa05044530]` : `${text} rid: ${RID}` };
}
