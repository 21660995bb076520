/** Every benchmark that prints ratios, one after the other. Exits with 1 if one is over its limit. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

for (const name of ["scan-cost", "lint-cost", "growth", "memory", "plugin-import", "edit-to-diagnostics", "oxlint-cost", "many-apps"]) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${name}.js`, import.meta.url))], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
