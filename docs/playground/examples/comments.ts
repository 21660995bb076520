/** The comments of the examples in Chinese, by what they say in English: a test holds that none is left out. */
export const CHINESE_COMMENTS: Readonly<Record<string, string>> = {
  "DevTools lets it pass, the phone does not.": "开发者工具放行，手机拒绝。",
  "Called once a page. The page's own domain must be a JS-SDK safe domain.": "每个页面调用一次，页面所在域名必须是 JS 接口安全域名。",
  "What a page of a browser requests is no matter of the mini program's lists.": "浏览器页面发出的请求与小程序的域名列表无关。",
  '"invalid url domain": the page that calls wx.config is served from no JS-SDK safe domain.': "“invalid url domain”：调用 wx.config 的页面不在 JS 接口安全域名下。",
  "Every request of the app goes through here.": "小程序的请求都经过这里。",
  "Downloads have a list of their own.": "下载检查的是另一个列表。",
  "Not in the list: add it to wx-domains.json beside, or take the suggestion.": "不在列表中：在旁边的 wx-domains.json 中添加，或采用修改建议。",
  "A server domain covers no other host: neither those below it nor the one above.": "服务器域名只对应一个主机：既不包含子域名，也不包含上级域名。",
  "A business domain covers the hosts below it.": "业务域名包含其子域名。",
  "The entry has no port, so the URL must not have one either: not even the default one.": "条目没有端口，URL 也不能带端口，默认的 443 也不行。",
  "Here it is the entry that has a port.": "这里是条目带有端口。",
  "No list can hold api.weixin.qq.com: the app's server asks it.": "任何列表都不能配置 api.weixin.qq.com，应由自己的服务器请求。",
  "A socket's port is not compared on the phone.": "手机不比较 socket 的端口。",
  "The request list holds the domain, but files have lists of their own.": "request 列表中有此域名，但上传和下载各有自己的列表。",
};
