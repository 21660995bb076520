import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { expect, test } from "vitest";

const eslint = new ESLint({
  cwd: fileURLToPath(new URL("../..", import.meta.url)),
  ruleFilter: ({ ruleId }) => ruleId === "no-restricted-imports",
});

test.each([
  { file: "core/src/index.ts", allowed: ["tldts", "./lists.ts"], refused: ["node:fs", "fs", "@wx-domain/analyzer", "../../loader/src/index.ts"] },
  { file: "analyzer/src/index.ts", allowed: ["@wx-domain/core", "@babel/parser"], refused: ["node:fs", "path/posix", "@wx-domain/loader", "wx-domain"] },
  { file: "analyzer/src/node-files.ts", allowed: ["node:fs", "@wx-domain/core"], refused: ["@wx-domain/loader"] },
  { file: "loader/src/index.ts", allowed: ["node:fs", "@wx-domain/core"], refused: ["@wx-domain/analyzer", "wx-domain"] },
  {
    file: "eslint-plugin/src/index.ts",
    allowed: ["node:fs", "@wx-domain/core", "@wx-domain/analyzer", "@wx-domain/analyzer/node"],
    refused: ["@wx-domain/loader", "wx-domain"],
  },
  { file: "cli/src/main.ts", allowed: ["node:fs", "@wx-domain/core", "@wx-domain/analyzer", "@wx-domain/loader"], refused: ["../../core/src/index.ts"] },
])("packages/$file imports what the table of the public contract allows", async ({ file, allowed, refused }) => {
  const imports = [...allowed, ...refused];
  const [result] = await eslint.lintText(imports.map((name) => `import "${name}";\n`).join(""), { filePath: `packages/${file}` });
  expect(result?.fatalErrorCount).toBe(0);
  expect(result?.messages.map(({ line }) => imports[line - 1])).toEqual(refused);
});
