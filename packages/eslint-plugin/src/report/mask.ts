const SECRET_PARAMETER = /((?:secret|access_token|ticket|signature)=)[^&#\s]+/gi;
/** Pictures and sounds are named by the hash of what they hold, which is as long as an AppSecret and none. */
const BARE_SECRET = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f]|\.(?:png|jpe?g|gif|webp|svg|mp3|mp4|m4a|wav)\b)/gi;

/** A URL as a message may show it: without what could be an AppSecret or a token, since reports end up in logs. */
export function maskSecrets(url: string): string {
  return url.replace(SECRET_PARAMETER, "$1***").replace(BARE_SECRET, "***");
}
