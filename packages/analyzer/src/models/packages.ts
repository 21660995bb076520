/** Packages that hand out the platform's own network object, under the name that the evaluator knows it by. */
const FRAMEWORKS: ReadonlyMap<string, string> = new Map([
  ["@tarojs/taro", "Taro"],
  ["@tarojs/taro-weapp", "Taro"],
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
