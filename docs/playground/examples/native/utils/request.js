import { API } from "../config";

/** Every request of the app goes through here. */
export function request(path, data) {
  return new Promise((resolve, reject) => {
    wx.request({ url: API + path, data, success: resolve, fail: reject });
  });
}
