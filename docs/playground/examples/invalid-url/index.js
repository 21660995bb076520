Page({
  onLoad() {
    wx.request({ url: "/v1/goods" });
    wx.request({ url: "https//api.example.com/v1/goods" });
    wx.request({ url: "api.example.com/v1/goods" });
  },
});
