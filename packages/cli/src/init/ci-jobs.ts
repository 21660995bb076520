import type { FileAccess } from "@wx-domain/analyzer";
import type { Setup } from "./detect.ts";
import type { FileEdit } from "./file-edit.ts";

export const CI_NAMES = ["github", "gitlab"] as const;

export type CiName = (typeof CI_NAMES)[number];

const INSTALL: Readonly<Record<Setup["installer"], string>> = {
  "npm install": "npm install",
  "pnpm install": "npx pnpm install",
  yarn: "yarn install",
};

/** A job that lints with the committed snapshot: it needs no secret. An existing file stays as it is. */
export function ciEdit(name: CiName, { root, installer }: Pick<Setup, "root" | "installer">, target: string, files: FileAccess): FileEdit {
  const path = `${root}/${name === "github" ? ".github/workflows/wx-domain.yml" : ".gitlab-ci.yml"}`;
  const before = files.read(path);
  const text = name === "github" ? githubJob(INSTALL[installer], target) : gitlabJob(INSTALL[installer], target);
  if (before === undefined) return { path, before, after: text };
  if (name === "github" || before.includes("wx-domain")) return { path, before, after: before };
  // A job of its own at the end changes none of the others.
  return { path, before, after: `${before.replace(/\n*$/, "\n\n")}${text}` };
}

function githubJob(install: string, target: string): string {
  return `name: wx-domain
on: [push, pull_request]
permissions:
  contents: read
  security-events: write
jobs:
  domains:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: ${install}
      - run: npx --no-install wx-domain scan${target} --format sarif --out wx-domain.sarif
      - if: always()
        uses: github/codeql-action/upload-sarif@v3
        with: { sarif_file: wx-domain.sarif }
`;
}

function gitlabJob(install: string, target: string): string {
  return `wx-domain:
  image: node:22
  script:
    - ${install}
    - npx --no-install wx-domain scan${target}
`;
}
