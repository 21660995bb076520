import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const OXLINT = join(require.resolve("oxlint/package.json"), "..", "bin", "oxlint");

/** The built plugin, as `jsPlugins` names it where the plugin is not installed beside the configuration. */
export const PLUGIN = require.resolve("eslint-plugin-wx-domain");

export interface OxlintReport {
  /** Seen from the folder, with forward slashes. */
  readonly file: string;
  /** `no-unlisted-domain`; undefined: oxlint's own word, such as that a plugin failed. */
  readonly rule: string | undefined;
  readonly message: string;
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
}

interface Output {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly message: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[];
  }[];
}

/** @throws {Error} with what oxlint printed, if that is no report */
export function oxlint(folder: string, ...parameters: readonly string[]): Promise<readonly OxlintReport[]> {
  const env = { ...process.env, NODE_PATH: undefined, LC_ALL: "en" };
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, env, maxBuffer: 1 << 26 };
    execFile(process.execPath, [OXLINT, "--format", "json", ...parameters], options, (_error, stdout, stderr) => {
      try {
        resolve((JSON.parse(stdout) as Output).diagnostics.map(report));
      } catch {
        reject(new Error(`${stdout}\n${stderr}`));
      }
    });
  });
}

function report({ code, message, filename, labels }: Output["diagnostics"][number]): OxlintReport {
  const { offset, length } = labels[0]?.span ?? { offset: 0, length: 0 };
  return { file: filename.replaceAll("\\", "/"), rule: /^wx-domain\((.*)\)$/.exec(code ?? "")?.[1], message, offset, length };
}

/**
 * `line:column-line:column` as the rule tests write it, columns 1-based in UTF-16 units; `line:column` of what has no end. A byte order
 * mark takes no column.
 */
export function placeIn(text: string, { offset, length }: OxlintReport): string {
  const bytes = Buffer.from(text);
  const at = (end: number): string => {
    const lines = bytes.toString("utf8", 0, end).replace(/^\uFEFF/, "").split("\n");
    return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  };
  return length === 0 ? at(offset) : `${at(offset)}-${at(offset + length)}`;
}
