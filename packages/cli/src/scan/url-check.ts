import { asObject, openProject, parseJsonWithComments, type FileAccess, type Json } from "@wx-domain/analyzer";
import type { Localized } from "@wx-domain/core";

/** Where a project file says whether DevTools checks domains. Sources: D project.config.json; uni-app, manifest.json. */
const URL_CHECK: readonly (readonly [file: string, keys: readonly string[]])[] = [
  ["project.config.json", ["setting", "urlCheck"]],
  ["project.private.config.json", ["setting", "urlCheck"]],
  ["manifest.json", ["mp-weixin", "setting", "urlCheck"]],
];

/** A sentence for each file of the app in a folder, or above it, that turns the check of domains off. */
export function urlCheckNotes(folder: string, files: FileAccess): readonly Localized[] {
  const { appFolder, root } = openProject(folder, files);
  const paths = [...new Set([root, appFolder])].flatMap((place) => URL_CHECK.map(([file, keys]) => ({ path: `${place}/${file}`, file, keys })));
  return paths
    .filter(({ path, keys }) => valueAt(files.read(path), keys) === false)
    .map(({ file }) => ({
      en: `"urlCheck": false in ${file} turns the check of domains off in DevTools, never for users: what works there may fail for them. Set it to true.`,
      "zh-CN": `${file} 中的 “urlCheck”: false 会在开发者工具中跳过域名校验，而正式版始终校验：开发者工具中可用的请求，用户那里可能失败。请设为 true。`,
    }));
}

function valueAt(text: string | undefined, keys: readonly string[]): Json | undefined {
  let value = text === undefined ? undefined : parseJsonWithComments(text);
  for (const key of keys) value = asObject(value)?.[key];
  return value;
}
