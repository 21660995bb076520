Page({
  onLoad() {
    // DevTools lets it pass, the phone does not.
    wx.request({ url: "https://www.example.com/v1/goods?skip_domain_check=true" });
  },
});
