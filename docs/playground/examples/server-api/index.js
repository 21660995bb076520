Page({
  async onLoad() {
    const { code } = await wx.login();
    // No list can hold api.weixin.qq.com: the app's server asks it.
    wx.request({
      url: "https://api.weixin.qq.com/sns/jscode2session",
      data: { appid: "wx1234567890abcdef", js_code: code, grant_type: "authorization_code" },
    });
  },
});
