/**
 * The names that `jsApiList` may hold. Source: J, appendix 2 of the JS-SDK 1.6.0; the last line is documented outside that list.
 */
export const APIS: ReadonlySet<string> = new Set([
  "updateAppMessageShareData", "updateTimelineShareData", "onMenuShareTimeline", "onMenuShareAppMessage", "onMenuShareQQ", "onMenuShareWeibo",
  "onMenuShareQZone", "startRecord", "stopRecord", "onVoiceRecordEnd", "playVoice", "pauseVoice", "stopVoice", "onVoicePlayEnd", "uploadVoice",
  "downloadVoice", "chooseImage", "previewImage", "uploadImage", "downloadImage", "translateVoice", "getNetworkType", "openLocation", "getLocation",
  "hideOptionMenu", "showOptionMenu", "hideMenuItems", "showMenuItems", "hideAllNonBaseMenuItem", "showAllNonBaseMenuItem", "closeWindow",
  "scanQRCode", "chooseWXPay", "openProductSpecificView", "addCard", "chooseCard", "openCard",
  "checkJsApi", "getLocalImgData", "startSearchBeacons", "stopSearchBeacons", "onSearchBeacons", "openAddress",
]);

/** Names that still work and are to be retired, with what to use. Source: J: 「即将废弃」. */
export const SUCCESSORS: ReadonlyMap<string, string> = new Map([
  ["onMenuShareTimeline", "updateTimelineShareData"],
  ["onMenuShareAppMessage", "updateAppMessageShareData"],
  ["onMenuShareQQ", "updateAppMessageShareData"],
]);

/** The names that `openTagList` may hold. Source: J, open tags. */
export const OPEN_TAGS: ReadonlySet<string> = new Set(["wx-open-launch-weapp", "wx-open-launch-app", "wx-open-subscribe", "wx-open-audio"]);

/** The known name that differs in case only. */
export function sameInOtherCase(name: string, known: ReadonlySet<string>): string | undefined {
  return [...known].find((one) => one.toLowerCase() === name.toLowerCase());
}
