/**
 * How long `pull --accounts` takes for the apps of a large platform: 2 000 against the emulator, which runs in this process
 * while the command runs in its own. Prints a line a way; makes no claim about WeChat's own speed.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEMO_PLATFORM, manyAccounts } from "../emulator/account.js";
import { startEmulator } from "../emulator/server.js";

const COUNT = Number(process.argv[2] ?? 2000);
const BIN = fileURLToPath(new URL("../../packages/cli/bin/wx-domain.js", import.meta.url));

const accounts = manyAccounts(COUNT);
const apps = accounts.map(({ appid }) => ({ appid }));

const WAYS = [
  { what: "component, first run", file: { source: "component", apps }, env: { WX_COMPONENT_APPID: DEMO_PLATFORM.appid, WX_COMPONENT_TOKEN: DEMO_PLATFORM.token } },
  { what: "component, nothing new", file: { source: "component", apps }, env: { WX_COMPONENT_APPID: DEMO_PLATFORM.appid, WX_COMPONENT_TOKEN: DEMO_PLATFORM.token } },
  {
    what: "app, nothing new",
    file: { source: "app", variables: { WX_APPSECRET: "SECRET_{appid}" }, apps },
    env: Object.fromEntries(accounts.map(({ appid, secret }) => [`SECRET_${appid}`, secret])),
  },
];

const folder = mkdtempSync(join(tmpdir(), "wx-domain-"));
const wechat = await startEmulator({ accounts });
try {
  for (const { what, file, env } of WAYS) {
    writeFileSync(join(folder, "apps.json"), JSON.stringify(file));
    const before = wechat.calls.length;
    const begun = performance.now();
    const summary = await pull(env);
    const seconds = (performance.now() - begun) / 1000;
    if (!summary.startsWith("exit 0")) process.exitCode = 1;
    console.log(`${what}: ${COUNT} apps in ${seconds.toFixed(1)} s, ${wechat.calls.length - before} calls: ${summary}`);
  }
  const written = readdirSync(join(folder, "wx-domains")).filter((name) => name.endsWith(".json")).length;
  console.log(`${written} snapshots`);
  wechat.assertHarmless();
} finally {
  await wechat.close();
  rmSync(folder, { recursive: true, force: true });
}

/**
 * @param {Readonly<Record<string, string>>} env
 * @returns {Promise<string>}
 */
function pull(env) {
  const child = spawn(process.execPath, [BIN, "pull", "--accounts", "apps.json", "--endpoint", wechat.url], {
    cwd: folder,
    env: { PATH: process.env["PATH"], LANG: "C", ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve(`exit ${code}, ${text.trim().replaceAll("\n", "; ")}`));
  });
}
