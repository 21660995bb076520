import { get, upload } from "@acme/http";

Page({
  onLoad() {
    get("/goods");
    upload("/tmp/photo.png");
  },
});
