/** Folders of functions that run on Tencent's or DCloud's servers. Sources: D cloud development; uni-app, uniCloud. */
const CLOUD_FOLDER = /[\\/](?:cloudfunctions?|uniCloud(?:-\w+)?)[\\/]/;

const SERVER_MODULE = /\b(?:require\(|from\s+)["'](?:node:\w+|crypto|fs|http|https|path|koa|express|egg|midway|@nestjs\/common|wx-server-sdk)["']/;

/** Whether a file runs on a server, where secrets and signatures belong. */
export function isServerCode(path: string, text: string): boolean {
  return CLOUD_FOLDER.test(path) || SERVER_MODULE.test(text);
}
