const APPID = "wx1234567890abcdef";

export function login() {
  const back = encodeURIComponent("https://login.example.com/back");
  location.href = `https://open.weixin.qq.com/connect/oauth2/authorize?appid=${APPID}&redirect_uri=${back}&response_type=code&scope=snsapi_base#wechat_redirect`;
}
