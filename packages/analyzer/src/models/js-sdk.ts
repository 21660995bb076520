/**
 * The JS-SDK of pages in WeChat's browser: by what names a program knows it, and which of its calls the domain lists are about.
 * Source: J.
 */
const SDK_PACKAGES = "weixin-js-sdk|weixin-js-sdk-ts|jweixin-module|jweixin-npm|weixin-jsapi";

/** `wx.config`, `jWeixin.config`, `weixin-js-sdk#default.config`, `weixin-js-sdk#config`. */
const SDK_MEMBER = new RegExp(`^(?:(?:globalThis\\.)*(?:wx|jWeixin|jweixin)\\.|(?:${SDK_PACKAGES})#(?:(?:default|\\*|wx)\\.)*)(\\w+)$`);

/** The function of the SDK that a builtin's path is. */
export function sdkFunction(path: string): string | undefined {
  return SDK_MEMBER.exec(path)?.[1];
}

/** Functions that hand a `link` to whoever it is shared with. */
export const SHARE_FUNCTIONS: readonly string[] = [
  "updateAppMessageShareData",
  "updateTimelineShareData",
  "onMenuShareTimeline",
  "onMenuShareAppMessage",
  "onMenuShareQQ",
  "onMenuShareWeibo",
  "onMenuShareQZone",
];

export function isShareFunction(name: string): boolean {
  return SHARE_FUNCTIONS.includes(name);
}

/** A copy of the SDK among a program's own files, as uni-app's projects have one: its minified code says nothing. */
export function isSdkCopy(path: string): boolean {
  return /\/(?:jweixin|weixin-js-sdk)[\w.-]*(?:\/(?:index|lib\/index))?\.js$/i.test(path);
}

/** Words of which a program that uses the SDK has one, if it does not call it `wx`. */
export const SDK_WORDS: readonly string[] = [...SDK_PACKAGES.split("|"), "jweixin", "jWeixin"];

/** The package that a copy counts as. */
export const SDK_PACKAGE = "weixin-js-sdk";

/** False only if a text neither uses the SDK nor sends anybody to WeChat's authorization page. */
export function mayUseSdk(text: string): boolean {
  return /jweixin|weixin-js-?sdk|\bwx\s*\.\s*config\b|ShareData\b|onMenuShare|redirect_uri|open\.weixin\.qq\.com/i.test(text);
}
