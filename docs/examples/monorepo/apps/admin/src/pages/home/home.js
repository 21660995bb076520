import { API, FILES } from "@acme/hosts";
import { get } from "@acme/http";

Page({
  onLoad() {
    get("/report");
    wx.request({ url: `${API}/users` });
    wx.downloadFile({ url: `${FILES}/report.pdf` });
  },
});
