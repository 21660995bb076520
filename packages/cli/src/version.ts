import { readFile } from "node:fs/promises";

/** The version of this package, as its manifest has it. */
export async function readVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  const isVersioned = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isVersioned && typeof manifest.version === "string" ? manifest.version : "";
}
