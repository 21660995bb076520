/**
 * The only way by which the analysis reaches files: a test or a browser replaces it. Paths are absolute with forward
 * slashes (`/app/pages/index.js`, `C:/app/…`). No method throws: what can't be read is `undefined`.
 */
export interface FileAccess {
  /** The text of a file (UTF-8, without a byte order mark). */
  read(path: string): string | undefined;
  /** What a folder holds. */
  list(folder: string): readonly FolderEntry[] | undefined;
  /** A cheap token that differs when the file's content differs (such as time of change and size). */
  version(path: string): string | undefined;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: "file" | "folder";
}
