export function login(appid) {
  const back = encodeURIComponent("https://login.example.com/back");
  location.href = `https://open.weixin.qq.com/connect/oauth2/authorize?appid=${appid}&redirect_uri=${back}&response_type=code&scope=snsapi_base#wechat_redirect`;
}
