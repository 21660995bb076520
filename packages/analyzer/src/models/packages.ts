/** Packages that hand out the platform's own network object, under the name that the evaluator knows it by. */
const FRAMEWORKS: ReadonlyMap<string, string> = new Map([
  ["@tarojs/taro", "Taro"],
  ["@tarojs/taro-weapp", "Taro"],
  // mpvue's build leaves the import out: what is used is the global.
  ["wx", "wx"],
  ["wepy", "wepy"],
  ["@wepy/core", "wepy"],
  ["@mpxjs/core", "mpx"],
  ["@mpxjs/api-proxy", "mpx"],
  ["@dcloudio/uni-app", "uni-app"],
  ["@tarojs/components", "taro-components"],
]);

export const FRAMEWORK_PACKAGES: readonly string[] = [...FRAMEWORKS.keys()];

export function frameworkOfPackage(name: string): string | undefined {
  return FRAMEWORKS.get(name);
}
