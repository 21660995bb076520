/**
 * Names that a directive can ask for, and whether they hold when the program is built for WeChat. A name that is not here is
 * unknown, and the code on either side of it is kept: `UNI-APP-X`, `uniVersion` depend on the project, and package.json
 * can define platforms of its own.
 *
 * Sources: uni-app, "条件编译" (uniapp.dcloud.net.cn/tutorial/platform.html), table of %PLATFORM%; WeChat, "条件编译介绍"
 * (developers.weixin.qq.com/miniprogram/dev/platform-capabilities/miniapp/pre-read/condition-compile.html): MP, ANDROID, IOS, OHOS, NATIVE.
 */
export const PLATFORM_NAMES: ReadonlyMap<string, boolean> = new Map([
  ["MP", true],
  ["MP-WEIXIN", true],
  ...[
    "APP",
    "APP-PLUS",
    "APP-PLUS-NVUE",
    "APP-NVUE",
    "APP-ANDROID",
    "APP-IOS",
    "APP-HARMONY",
    "H5",
    "WEB",
    "H5-WEIXIN",
    "MP-ALIPAY",
    "MP-BAIDU",
    "MP-TOUTIAO",
    "MP-LARK",
    "MP-QQ",
    "MP-KUAISHOU",
    "MP-JD",
    "MP-360",
    "MP-HARMONY",
    "MP-XHS",
    "QUICKAPP-WEBVIEW",
    "QUICKAPP-WEBVIEW-UNION",
    "QUICKAPP-WEBVIEW-HUAWEI",
    "QUICKAPP-NATIVE",
    "ANDROID",
    "IOS",
    "OHOS",
    "NATIVE",
  ].map((name): [string, boolean] => [name, false]),
]);

const WEB: ReadonlySet<string> = new Set(["H5", "WEB"]);

/** The same for a build for browsers, WeChat's own among them. */
export const WEB_NAMES: ReadonlyMap<string, boolean> = new Map([...PLATFORM_NAMES.keys()].map((name) => [name, WEB.has(name)]));

/** The version of Vue that a uni-app program is built with: manifest.json's `vueVersion`. */
export type VueVersion = 2 | 3;

/** `VUE2` and `VUE3`: exactly one of them holds; undefined where the version isn't known, and for another name. */
export function vueName(name: string, version: VueVersion | undefined): boolean | undefined {
  if (version === undefined) return undefined;
  if (name === "VUE2") return version === 2;
  return name === "VUE3" ? version === 3 : undefined;
}

/** Whether a directive asks for the version of Vue. */
export function asksForVue(text: string): boolean {
  return /#if(?:n?def)?\b[^\n#]*\bVUE[23]\b/.test(text);
}
