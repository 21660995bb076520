import type { FileAccess } from "@wx-domain/analyzer";
import type { Setup } from "./detect.ts";
import type { FileEdit } from "./file-edit.ts";
import type { Gate } from "./gate.ts";

export const CI_NAMES = ["github", "gitlab"] as const;

export type CiName = (typeof CI_NAMES)[number];

/** A job that lints with the committed snapshot: it needs no secret. An existing file stays as it is. `docs/ci.md` shows the same jobs. */
export function ciEdit(name: CiName, { root, installer }: Pick<Setup, "root" | "installer">, gate: Gate, files: FileAccess): FileEdit {
  const path = `${root}/${name === "github" ? ".github/workflows/wx-domain.yml" : ".gitlab-ci.yml"}`;
  const before = files.read(path);
  const text = name === "github" ? githubJob(installer.ciCommand, gate) : gitlabJob(installer.ciCommand, gate);
  if (before === undefined) return { path, before, after: text };
  if (name === "github" || before.includes("wx-domain")) return { path, before, after: before };
  // A job of its own at the end changes none of the others.
  return { path, before, after: `${before.replace(/\n*$/, "\n\n")}${text}` };
}

/** The scan runs also where ESLint has found something: its report is uploaded in either case. */
function githubJob(install: string, { lint, scan }: Gate): string {
  const report = `${scan} --format sarif --out wx-domain.sarif`;
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
${lint === undefined ? `      - run: ${report}` : `      - run: ${lint}\n      - if: \${{ !cancelled() }}\n        run: ${report}`}
      - if: \${{ !cancelled() }}
        uses: github/codeql-action/upload-sarif@v3
        with: { sarif_file: wx-domain.sarif }
`;
}

function gitlabJob(install: string, { lint, scan }: Gate): string {
  return `wx-domain:
  image: node:22
  script:
${[install, lint ?? [], scan].flat().map((command) => `    - ${command}\n`).join("")}`;
}
