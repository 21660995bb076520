/**
 * The whole way in one run, without an account: pulls the domain lists from an emulated WeChat as a user pulls them from WeChat, lints
 * the sample shop in fixtures/shop against them, and says whether each of its faults was found and nothing else was reported.
 */
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { localeFromTag } from "@wx-domain/core";
import { ESLint } from "eslint";
import { DEMO_ACCOUNT } from "../emulator/account.js";
import { startEmulator } from "../emulator/server.js";
import { SENTENCES } from "./sentences.js";
import { CORRECT, FAULTS } from "./shop-calls.js";

const shop = fileURLToPath(new URL("fixtures/shop", import.meta.url));
const wxDomain = fileURLToPath(new URL("../../packages/cli/bin/wx-domain.js", import.meta.url));
const { env } = process;
const say = SENTENCES[localeFromTag([env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find(Boolean))];

/**
 * Runs the pull in the shop's folder; resolves to its exit code.
 *
 * @param {string} endpoint
 * @returns {Promise<number | null>}
 */
function pull(endpoint) {
  // Whatever credentials the person at the keyboard has are neither needed nor touched.
  const own = Object.entries(env).filter(([name]) => !name.startsWith("WX_"));
  const credentials = { WX_APPID: DEMO_ACCOUNT.appid, WX_APPSECRET: DEMO_ACCOUNT.secret };
  const child = spawn(process.execPath, [wxDomain, "pull", "--endpoint", endpoint], {
    cwd: shop,
    env: { ...Object.fromEntries(own), ...credentials },
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => resolve(code));
  });
}

/**
 * Where a place is now, as a report names it.
 *
 * @param {import("./shop-calls.js").Place} place
 */
function lineOf({ file, code }) {
  const before = readFileSync(join(shop, file), "utf8").split(code);
  if (before.length !== 2) throw new Error(`fixtures/shop/${file} does not hold ${code} once: correct shop-calls.js.`);
  return `${file}:${(before[0] ?? "").split("\n").length}`;
}

/** @param {readonly ESLint.LintResult[]} results */
function compare(results) {
  const reported = new Set(
    results.flatMap(({ filePath, messages }) => {
      const file = relative(shop, filePath).replaceAll(sep, "/");
      return messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId ?? message}`);
    }),
  );
  const expected = FAULTS.map((fault) => `${lineOf(fault)} wx-domain/${fault.rule}`);
  CORRECT.forEach(lineOf);
  return {
    missed: expected.filter((fault) => !reported.has(fault)),
    superfluous: [...reported].filter((report) => !expected.includes(report)),
  };
}

async function main() {
  rmSync(join(shop, "wx-domains.json"), { force: true });
  const wechat = await startEmulator();
  try {
    console.log(say.pull(wechat.url));
    const code = await pull(wechat.url);
    if (code !== 0) return code;
  } finally {
    await wechat.close();
  }

  console.log(say.lint());
  const eslint = new ESLint({ cwd: shop });
  const results = await eslint.lintFiles(["."]);
  const formatter = await eslint.loadFormatter("stylish");
  console.log(await formatter.format(results));

  const { missed, superfluous } = compare(results);
  for (const line of missed) console.log(say.missed(line));
  for (const line of superfluous) console.log(say.superfluous(line));
  console.log(say.summary(FAULTS.length, FAULTS.length - missed.length, CORRECT.length, superfluous.length));
  return missed.length + superfluous.length === 0 ? 0 : 1;
}

process.exitCode = (await main()) ?? 1;
