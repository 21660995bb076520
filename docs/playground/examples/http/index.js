Page({
  onLoad() {
    wx.request({ url: "http://api.example.com/v1/goods" });
  },
});
