import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const NOT_OURS = /(?:^|\/)(?:node_modules|dist|\.cache|\.git)(?:\/|$)/;

/** Everything in the workspace, with forward slashes; folders end in one. */
function everything(): readonly string[] {
  const entries = ["packages", "test", "docs", "scripts"].flatMap((folder) =>
    readdirSync(join(workspace, folder), { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name).slice(workspace.length).replaceAll("\\", "/");
      return entry.isDirectory() ? `${path}/` : path;
    }),
  );
  return entries.filter((path) => !NOT_OURS.test(path));
}

const paths = everything();

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "README.zh-CN.md"])("the files that %s names exist", (document) => {
  const text = readFileSync(join(workspace, document), "utf8").replace(/^```[^]*?^```/gm, "");
  const named = [...text.matchAll(/`([\w.-]*\/?[\w./-]*(?:\.(?:ts|js)|\/))`/g)].map(([, name = ""]) => name);
  const missing = named.filter((name) => !IN_AN_APP.has(name) && !existsSync(join(workspace, name)) && !paths.some((path) => `/${path}`.endsWith(`/${name}`)));
  expect(missing).toEqual([]);
});

/** Files of a user's project. */
const IN_AN_APP = new Set(["config.js", "utils/request.js", "pages/index/index.js", ".js", ".d.ts"]);

test.each(["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "README.zh-CN.md"])("the links of %s lead somewhere", (document) => {
  const text = readFileSync(join(workspace, document), "utf8");
  const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = ""]) => link);
  expect(links.filter((link) => !existsSync(join(workspace, link)))).toEqual([]);
});
