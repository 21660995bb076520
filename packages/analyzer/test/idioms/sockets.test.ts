import { testIdioms, type Idiom } from "./idiom.ts";

const CONNECT = "tcp.connect({ address: HOST, port: 9000 });";

testIdioms([
  { name: "a TCP socket", files: { "a.js": 'wx.createTCPSocket().connect({ address: "a.example.com", port: 9000 });' }, calls: { "a.js:1": "tcp://a.example.com:9000" } },
  { name: "a socket in a variable, of any platform object", files: { "a.js": `const HOST = "a.example.com";\nconst tcp = Taro.createTCPSocket();\n${CONNECT}` }, calls: { "a.js:3": "tcp://a.example.com:9000" } },
  {
    name: "a socket that an instance keeps",
    files: { "a.js": 'class Link {\nconstructor() { this.socket = uni.createTCPSocket(); }\nopen() { this.socket.connect({ address: "a.example.com", port: 9000 }); }\n}\nnew Link().open();' },
    calls: { "a.js:3": "tcp://a.example.com:9000" },
  },
  { name: "hosts and ports that are chosen", files: { "a.js": 'wx.createTCPSocket().connect({ address: test ? "a.example.com" : "b.example.com", port: 9000 });' }, calls: { "a.js:1": "tcp://a.example.com:9000 tcp://b.example.com:9000" } },
  { name: "a datagram is bound to no list", files: { "a.js": 'wx.createUDPSocket().send({ address: "a.example.com", port: 9000 });' }, calls: {} },
] satisfies readonly Idiom[]);
