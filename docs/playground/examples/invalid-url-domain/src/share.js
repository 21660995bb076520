import wx from "weixin-js-sdk";

export function prepare({ appId, timestamp, nonceStr, signature }) {
  // "invalid url domain": the page that calls wx.config is served from no JS-SDK safe domain.
  wx.config({ appId, timestamp, nonceStr, signature, jsApiList: ["updateAppMessageShareData"] });
}
