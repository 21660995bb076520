Page({
  onLoad() {
    // A server domain covers no other host: neither those below it nor the one above.
    wx.request({ url: "https://api.example.com/v1/goods" });
    wx.request({ url: "https://example.org/v1/goods" });
  },
});
