/**
 * What stands in the sample shop (fixtures/shop), one row a place: so that the demo can say whether each fault was found and nothing
 * else was reported. `code` occurs once in its file, and a report is expected on its line.
 *
 * @typedef {{ file: string, code: string }} Place
 * @typedef {Place & { rule: string, fault: string }} Fault
 */

/** @type {readonly Fault[]} */
export const FAULTS = [
  { file: "utils/search.js", code: "url: searchBase + path", rule: "no-unlisted-domain", fault: "a wrapper's base is in no list" },
  { file: "services/goods.js", code: "'https://campaign.example.com/v1/banners'", rule: "no-unlisted-domain", fault: "a wrapper is handed an absolute URL" },
  { file: "services/goods.js", code: "'https://api.exmaple.com/v1/stock/'", rule: "no-unlisted-domain", fault: "a typing error in the host" },
  { file: "services/order.js", code: "url: REFUND", rule: "no-unlisted-domain", fault: "the default port, written" },
  { file: "pages/cart/cart.js", code: "'https://api.example.com:8080/pay/'", rule: "no-unlisted-domain", fault: "a port that is not listed" },
  { file: "pages/home/home.js", code: "'https://example.com/notice.json'", rule: "no-unlisted-domain", fault: "the parent of a listed domain" },
  { file: "pages/goods/goods.js", code: "'https://v2.api.example.com/goods/'", rule: "no-unlisted-domain", fault: "a subdomain of a listed domain" },
  { file: "pages/home/home.js", code: "`https://${city}.shops.example.com/list`", rule: "no-unlisted-domain", fault: "a host that no entry can match" },
  { file: "pages/profile/profile.js", code: "'https://cdn.example.com/cards'", rule: "no-unlisted-domain", fault: "listed for another call" },
  { file: "pages/profile/profile.js", code: "'https://member.example.com/level'", rule: "no-unlisted-domain", fault: "listed nowhere" },
  { file: "pages/profile/profile.js", code: "__skipDomainCheck__: true", rule: "no-check-bypass", fault: "the check is turned off" },
  { file: "pages/poster/poster.js", code: "'http://cdn.example.com/posters/frame.png'", rule: "no-insecure-protocol", fault: "http" },
  { file: "pages/chat/chat.js", code: "'ws://push.example.com/typing'", rule: "no-insecure-protocol", fault: "ws" },
  { file: "utils/track.js", code: "'http://localhost:9527/collect'", rule: "no-local-address", fault: "the developer's own machine" },
  { file: "pages/cart/cart.js", code: "'http://192.168.1.23:9100/print'", rule: "no-local-address", fault: "an address of the local network" },
  { file: "pages/cart/cart.js", code: "url: '/v1/cart'", rule: "no-invalid-url", fault: "a relative URL" },
  { file: "pages/login/login.js", code: "'https://api.weixin.qq.com/sns/jscode2session?appid='", rule: "no-server-api", fault: "a server API" },
  { file: "config/index.js", code: "appSecret: ", rule: "no-server-api", fault: "the AppSecret" },
];

/** @type {readonly Place[]} */
export const CORRECT = [
  { file: "utils/request.js", code: "url: fullUrl(url)" },
  { file: "utils/track.js", code: "apiBase + '/v1/errors'" },
  { file: "utils/socket.js", code: "wx.connectSocket({ url: this.url })" },
  { file: "app.js", code: "`${config.apiBase}/v1/city?location=" },
  { file: "services/goods.js", code: "get('/v1/goods', { page })" },
  { file: "services/goods.js", code: "get(`/v1/goods/${id}`)" },
  { file: "services/goods.js", code: "search('/v2/goods', { keyword })" },
  { file: "services/goods.js", code: "get('https://api.example.com/v1/coupons')" },
  { file: "services/order.js", code: "post('/v1/orders', cart)" },
  { file: "services/order.js", code: "get('/v1/orders', { status })" },
  { file: "services/order.js", code: "request({ url: '/v1/orders/' + id, method: 'DELETE' })" },
  { file: "services/order.js", code: "https://api.example.com/v1/parcel?from=http://carrier.example.net/" },
  { file: "pages/home/home.js", code: "https://pictures.example.net/frame.png" },
  { file: "pages/goods/goods.js", code: "`${config.apiBase}/v1/goods/${id}/reviews`" },
  { file: "pages/goods/goods.js", code: "getApp().globalData.staticBase + '/manuals/'" },
  { file: "pages/goods/goods.js", code: "config.filesBase + '/invoices/'" },
  { file: "pages/goods/goods.js", code: "`${config.website}/goods/${this.data.id}`" },
  { file: "pages/cart/cart.js", code: "wx.cloud.callFunction" },
  { file: "pages/login/login.js", code: "url: config.loginBase + '/v1/session'" },
  { file: "pages/login/login.js", code: "url: `${config.loginBase}/v1/sms`" },
  { file: "pages/profile/profile.js", code: "url: AVATAR" },
  { file: "pages/chat/chat.js", code: "new Socket('/chat')" },
  { file: "pages/chat/chat.js", code: "'wss://push.example.com:9443/presence'" },
  { file: "pages/poster/poster.js", code: "this.image(config.staticBase + TEMPLATES[season])" },
  { file: "pages/poster/poster.js", code: "this.image('/images/logo.png')" },
  { file: "pages/poster/poster.js", code: "get('/v1/qrcode', { scene })" },
  { file: "pages/poster/poster.js", code: "wx.getImageInfo({ src, success, fail })" },
  { file: "pages/poster/poster.js", code: "'https://files.example.com/fonts/title.ttf'" },
];
