/** After `changeset version`: the plugin's version stands in its code, too, since reading package.json would cost every import. */
import { readFileSync, writeFileSync } from "node:fs";

const plugin = new URL("../packages/eslint-plugin/", import.meta.url);
const code = new URL("src/version.ts", plugin);

const { version } = /** @type {{ version: string }} */ (JSON.parse(readFileSync(new URL("package.json", plugin), "utf8")));
writeFileSync(code, readFileSync(code, "utf8").replace(/(VERSION = ")[^"]*/, `$1${version}`));
