import wx from "weixin-js-sdk";
import { signature } from "./api";

/** Called once a page. The page's own domain must be a JS-SDK safe domain. */
export async function prepare() {
  const { appId, timestamp, nonceStr, signature: signed } = await signature(location.href.split("#")[0]);
  wx.config({
    debug: true,
    appId,
    timestamp,
    nonceStr,
    signature: signed,
    jsApiList: ["updateAppMessageShareData", "onMenuShareAppMessage"],
  });
  wx.ready(() => {
    wx.updateAppMessageShareData({ title: "Join us", desc: "…", link: "https://share.example.net/join", imgUrl: "https://m.example.com/join.png" });
  });
}
