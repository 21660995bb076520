import type { FileAccess } from "../files.ts";
import type { VueVersion } from "../source/target-platform.ts";
import { asObject, asString, parseJsonWithComments } from "./json.ts";
import { folderOf, foldersUpward, joinPath } from "./paths.ts";

/**
 * The version of Vue that the program around a file is built with: what the nearest manifest.json says, where it says nothing 2 (HBuilderX's
 * default), without a manifest 3. Source: uniapp.dcloud.net.cn/collocation/manifest ("vueVersion").
 */
export function vueVersionOf(file: string, files: FileAccess): VueVersion {
  for (const folder of foldersUpward(folderOf(file))) {
    const text = files.read(joinPath(folder, "manifest.json"));
    if (text !== undefined) return asString(asObject(parseJsonWithComments(text))?.["vueVersion"]) === "3" ? 3 : 2;
  }
  return 3;
}
