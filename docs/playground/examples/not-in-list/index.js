Page({
  onLoad() {
    // Not in the list: add it to wx-domains.json beside, or take the suggestion.
    wx.request({ url: "https://www.example.com/v1/goods" });
    wx.request({ url: "https://api.example.com/v1/goods" });
  },
});
