import { API, FILES } from "@acme/hosts";

export function get(path) {
  return new Promise((success, fail) => wx.request({ url: path.startsWith("/") ? API + path : path, success, fail }));
}

export function upload(filePath) {
  return new Promise((success, fail) => wx.uploadFile({ url: `${FILES}/photos`, name: "photo", filePath, success, fail }));
}
