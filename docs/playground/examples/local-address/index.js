import { BASE, LAN, TEST } from "./config";

Page({
  onLoad() {
    wx.request({ url: BASE + "/v1/goods" });
    wx.request({ url: TEST + "/v1/goods" });
    wx.request({ url: LAN + "/v1/goods" });
  },
});
