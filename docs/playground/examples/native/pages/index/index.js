import { IMAGES } from "../../config";
import { request } from "../../utils/request";

Page({
  async onLoad() {
    const { data } = await request("/v1/goods");
    this.setData({ goods: data });
  },

  onShare() {
    // Downloads have a list of their own.
    wx.downloadFile({ url: `${IMAGES}/poster.png` });
    wx.request({ url: "https://apis.example.com/v1/share" });
  },
});
