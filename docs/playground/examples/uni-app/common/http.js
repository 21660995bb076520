// #ifdef MP-WEIXIN
const BASE = "https://mp.example.com";
// #endif
// #ifdef H5
const BASE = "/api";
// #endif

export function get(path) {
  return uni.request({ url: BASE + path, method: "GET" });
}

export const upload = (filePath) => uni.uploadFile({ url: BASE + "/upload", filePath, name: "file" });
