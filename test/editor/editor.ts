/** What VS Code and its ESLint extension do with the ESLint language server, which is theirs. */
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { JsonRpc } from "./json-rpc.ts";

const require = createRequire(import.meta.url);
const SERVER = require.resolve("vscode-langservers-extracted/bin/vscode-eslint-language-server");

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Diagnostic {
  readonly range: Range;
  readonly severity: number;
  readonly code?: string | number;
  readonly message: string;
}

interface Command {
  readonly command: string;
  readonly arguments?: readonly unknown[];
}

interface CodeAction {
  readonly title: string;
  readonly command?: Command;
}

interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

interface ApplyEditParams {
  readonly edit: {
    readonly changes?: Readonly<Record<string, readonly TextEdit[]>>;
    readonly documentChanges?: readonly { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }[];
  };
}

/** The language that an editor takes a file for; `.wxml` is one where an extension or `files.associations` says so. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ".js": "javascript",
  ".json": "json",
  ".jsx": "javascriptreact",
  ".ts": "typescript",
  ".tsx": "typescriptreact",
  ".vue": "vue",
  ".wxml": "wxml",
};

interface Opened {
  readonly languageId: string;
  text: string;
  version: number;
}

/** One window with one folder. Paths are seen from that folder. */
export class Editor {
  readonly #folder: string;
  readonly #validate: readonly string[];
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #server: JsonRpc;
  readonly #opened = new Map<string, Opened>();

  /** @param validate the user's `eslint.validate`: what the extension lints, and nothing else */
  constructor(folder: string, validate: readonly string[]) {
    this.#folder = folder;
    this.#validate = validate;
    // pnpm's NODE_PATH would show the project packages that it has not installed.
    const env = { ...process.env, NODE_PATH: undefined, LC_ALL: "en" };
    this.#child = spawn(process.execPath, [SERVER, "--stdio"], { cwd: folder, env });
    this.#server = new JsonRpc(this.#child, (method, params) => this.#answer(method, params));
  }

  async start(): Promise<void> {
    await this.#server.request("initialize", {
      processId: process.pid,
      rootUri: this.#uri(""),
      workspaceFolders: [this.#workspaceFolder()],
      capabilities: {
        workspace: { applyEdit: true, configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true } },
        textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } }, diagnostic: {} },
      },
    });
    this.#server.notify("initialized", {});
  }

  open(path: string): void {
    const uri = this.#uri(path);
    const languageId = LANGUAGES[extname(path)];
    if (languageId === undefined) throw new Error(`The editor has no language for ${path}.`);
    const text = readFileSync(join(this.#folder, path), "utf8");
    this.#opened.set(uri, { languageId, text, version: 1 });
    this.#server.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Types into an open file, without saving it. */
  change(path: string, text: string): void {
    this.#change(this.#uri(path), text);
  }

  /** Writes a file to the disk; one that is open is changed and saved. No watcher tells the server of the others. */
  save(path: string, text: string): void {
    const uri = this.#uri(path);
    if (this.#opened.has(uri)) this.#change(uri, text);
    writeFileSync(join(this.#folder, path), text);
    if (this.#opened.has(uri)) this.#server.notify("textDocument/didSave", { textDocument: { uri } });
  }

  text(path: string): string {
    return this.#document(this.#uri(path)).text;
  }

  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const report = await this.#server.request("textDocument/diagnostic", { textDocument: { uri: this.#uri(path) } });
    return (report as { readonly items: readonly Diagnostic[] }).items;
  }

  /** What the light bulb at a diagnostic offers. */
  async actions(path: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const context = { diagnostics: [diagnostic], only: ["quickfix"] };
    const actions = await this.#server.request("textDocument/codeAction", { textDocument: { uri: this.#uri(path) }, range: diagnostic.range, context });
    return actions as readonly CodeAction[];
  }

  /** Chooses an action; its edits are in the open files afterwards. */
  async run({ title, command }: CodeAction): Promise<void> {
    if (command === undefined) throw new Error(`"${title}" has no command.`);
    await this.#server.request("workspace/executeCommand", command);
  }

  async close(): Promise<void> {
    const ended = once(this.#child, "exit");
    await this.#server.request("shutdown", null);
    this.#server.notify("exit", null);
    await ended;
  }

  #answer(method: string, params: unknown): unknown {
    if (method === "workspace/configuration") {
      const { items } = params as { readonly items: readonly { readonly scopeUri: string }[] };
      return items.map(({ scopeUri }) => this.#settings(scopeUri));
    }
    if (method === "workspace/applyEdit") {
      this.#apply(params as ApplyEditParams);
      return { applied: true };
    }
    return null;
  }

  /** The extension's defaults, besides `validate`, which it decides by language. */
  #settings(uri: string): object {
    const { languageId } = this.#document(uri);
    return {
      validate: this.#validate.includes(languageId) ? "on" : "off",
      packageManager: "npm",
      useESLintClass: false,
      experimental: {},
      codeAction: { disableRuleComment: { enable: true, location: "separateLine" }, showDocumentation: { enable: true } },
      codeActionOnSave: { mode: "all" },
      format: false,
      quiet: false,
      onIgnoredFiles: "off",
      options: {},
      rulesCustomizations: [],
      run: "onType",
      problems: { shortenToSingleLine: false },
      nodePath: null,
      workspaceFolder: this.#workspaceFolder(),
      workingDirectory: { mode: "auto" },
    };
  }

  #apply({ edit: { changes = {}, documentChanges = [] } }: ApplyEditParams): void {
    const byFile = [...Object.entries(changes), ...documentChanges.map(({ textDocument, edits }) => [textDocument.uri, edits] as const)];
    for (const [uri, edits] of byFile) {
      for (const { range, newText } of edits) {
        const { text } = this.#document(uri);
        this.#change(uri, text.slice(0, offsetAt(text, range.start)) + newText + text.slice(offsetAt(text, range.end)));
      }
    }
  }

  #change(uri: string, text: string): void {
    const document = this.#document(uri);
    document.text = text;
    document.version++;
    this.#server.notify("textDocument/didChange", { textDocument: { uri, version: document.version }, contentChanges: [{ text }] });
  }

  #document(uri: string): Opened {
    const document = this.#opened.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open.`);
    return document;
  }

  #uri(path: string): string {
    return pathToFileURL(join(this.#folder, path)).href.replace(/\/$/, "");
  }

  #workspaceFolder(): { readonly name: string; readonly uri: string } {
    return { name: "app", uri: this.#uri("") };
  }
}

function offsetAt(text: string, { line, character }: Position): number {
  const before = text.split("\n").slice(0, line);
  return before.reduce((sum, each) => sum + each.length + 1, character);
}
