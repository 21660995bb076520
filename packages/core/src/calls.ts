/** The questions that can be asked of the lists: which API, tag or page reaches the URL. */
export type Call =
  | "request"
  | "uploadFile"
  | "downloadFile"
  | "connectSocket"
  | "getImageInfo"
  | "tcp"
  | "udp"
  | "web-view"
  | "js-sdk"
  | "share-link"
  | "oauth-redirect";
