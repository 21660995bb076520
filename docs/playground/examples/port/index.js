Page({
  onLoad() {
    // The entry has no port, so the URL must not have one either: not even the default one.
    wx.request({ url: "https://api.example.com:443/v1/goods" });
    // Here it is the entry that has a port.
    wx.request({ url: "https://pay.example.com/v1/order" });
    wx.request({ url: "https://pay.example.com:9443/v1/order" });
  },
});
