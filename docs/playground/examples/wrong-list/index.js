Page({
  save() {
    // The request list holds the domain, but files have lists of their own.
    wx.downloadFile({ url: "https://api.example.com/poster.png" });
    wx.uploadFile({ url: "https://api.example.com/upload", filePath: this.data.path, name: "file" });
  },
});
