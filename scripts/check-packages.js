/** Holds each package, as it is published, against publint and attw. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { packAll } from "./packed.js";

/**
 * @param {import("./packed.js").Packed} packed
 * @returns {Promise<boolean>} whether the package is as it should be
 */
async function holds({ name, tarball }) {
  const bytes = readFileSync(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
    strict: true,
  });
  for (const message of messages) console.log(`${name}: ${message.type}: ${formatMessage(message, pkg) ?? message.code}`);
  // ESM only is this project's decision; `require` of it works on every supported Node.
  const types = spawnSync("attw", [tarball, "--profile", "esm-only", "--format", "ascii", "--no-emoji"], {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (types.status !== 0) console.log(types.stdout, types.stderr);
  return messages.length === 0 && types.status === 0;
}

const folder = mkdtempSync(join(tmpdir(), "wx-domain-packages-"));
try {
  for (const packed of packAll(folder)) {
    const good = await holds(packed);
    console.log(`${good ? "ok  " : "FAIL"} ${packed.name}: ${packed.files.length} files`);
    if (!good) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
