import { isWithin, relativeTo } from "./paths.ts";

interface VendoredRule {
  /** Tested on the path below the project's root, which begins with a slash. */
  readonly pattern: RegExp;
  readonly because: string;
}

/** Third-party code that lies among an app's own: by where it lies or by the name that its makers give it. */
const VENDORED: readonly VendoredRule[] = [
  { pattern: /\/node_modules\//, because: "installed by a package manager" },
  { pattern: /\/miniprogram_npm\//, because: "WeChat DevTools' built copies of npm packages" },
  { pattern: /\/dist\/npm\//, because: "wepy's copies of npm packages beside what it builds" },
  { pattern: /\/uni_modules\//, because: "plugins from uni-app's market" },
  { pattern: /\/js_sdk\//, because: "SDKs from uni-app's market, before uni_modules" },
  { pattern: /\/nativeplugins\//, because: "native plugins of uni-app" },
  { pattern: /[.-]min\.[mc]?js$/, because: "minified" },
  {
    pattern: /\/(?:uview-ui|uview-plus|uview|colorui|color-ui|thorui|tuniao-ui|wot-design-uni|vant-weapp|@vant|weui|iview|iview-weapp|wux-weapp|lin-ui|tdesign-miniprogram|taro-ui)\//i,
    because: "component libraries that are copied into an app",
  },
  { pattern: /\/(?:luch-request|flyio|wx-promise-request)\//i, because: "HTTP clients that are copied into an app" },
  {
    pattern: /\/(?:wxParse|towxml|mp-html|jyf-parser|u-parse|gaoyia-parse|ec-canvas|we-cropper|wecropper|wxcharts|u-charts|qiun-data-charts|mescroll-body|mescroll-uni)\//,
    because: "renderers and charts that are copied into an app",
  },
  {
    pattern:
      /\/(?:qqmap-wx-jssdk|amap-wx|bmap-wx|cos-wx-sdk|qiniuUploader|av-weapp|av-live-query-weapp|leancloud-storage|bmob|hydrogen-js-sdk|sdk-wechat|tim-wx|tim-wx-sdk|NIM_Web_SDK|sensorsdata|mta_analysis|ald-stat|umtrack-wx|fundebug|gio-minp|crypto-js|jweixin|jweixin-module|echarts|regenerator-runtime|vconsole)(?:[-_.]?v?\d[\w.]*)?(?:[-_.](?:min|umd|es|esm|cjs|wx|weapp|wxapp|mini|miniprogram))*\.[mc]?js$/i,
    because: "SDKs that their makers hand out as one file",
  },
  { pattern: /\/(?:wafer2?-client-sdk|regenerator-runtime|crypto-js)\//, because: "SDKs that their makers hand out as a folder" },
];

/** Whether a file is third-party code: it is followed, but not judged. The name of an own folder above the project doesn't count. */
export function isVendoredPath(path: string, root: string): boolean {
  const below = isWithin(path, root) ? `/${relativeTo(root, path)}` : path;
  return VENDORED.some(({ pattern }) => pattern.test(below));
}
