export type { FileAccess, FolderEntry } from "./files.ts";
