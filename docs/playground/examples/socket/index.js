Page({
  onLoad() {
    wx.connectSocket({ url: "ws://push.example.com/" });
    wx.connectSocket({ url: "wss://chat.example.com/" });
    // A socket's port is not compared on the phone.
    wx.connectSocket({ url: "wss://push.example.com:8443/" });
  },
});
