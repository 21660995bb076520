import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { DEMO_ACCOUNT } from "../emulator/account.js";
import { CORRECT, FAULTS, type Place } from "./shop-calls.js";

const workspace = fileURLToPath(new URL("../..", import.meta.url));
const SHOP = "test/demo/fixtures/shop/";

interface Ended {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

function runDemo(environment: NodeJS.ProcessEnv): Promise<Ended> {
  const env = { ...process.env, NODE_ENV: undefined, LC_ALL: "C", NO_COLOR: "1", FORCE_COLOR: undefined, ...environment };
  return new Promise((resolve) => {
    execFile("pnpm", ["run", "demo"], { cwd: workspace, env, shell: process.platform === "win32" }, (error, stdout, stderr) => {
      resolve({ code: error?.code ?? 0, stdout, stderr });
    });
  });
}

/** What stands in ESLint's report, as `file:line rule`. */
function reportsIn(stdout: string): readonly string[] {
  let file = "";
  return stdout.split("\n").flatMap((line) => {
    const at = line.replaceAll("\\", "/").indexOf(SHOP);
    if (at >= 0 && line.endsWith(".js")) file = line.replaceAll("\\", "/").slice(at + SHOP.length);
    const report = /^ +(?<line>\d+):\d+ +error .* wx-domain\/(?<rule>[a-z-]+)$/.exec(line)?.groups;
    return report === undefined ? [] : [`${file}:${report["line"] ?? ""} ${report["rule"] ?? ""}`];
  });
}

function lineOf({ file, code }: Place): string {
  const lines = readFileSync(new URL(`fixtures/shop/${file}`, import.meta.url), "utf8").split("\n");
  return `${file}:${lines.findIndex((line) => line.includes(code)) + 1}`;
}

let ended: Ended;
beforeAll(async () => {
  // Credentials of the person who runs it must not be used.
  ended = await runDemo({ WX_ACCESS_TOKEN: "not-for-the-demo" });
});

test("ends with 0 and has nothing to complain of", () => {
  expect({ code: ended.code, stderr: ended.stderr.replace(/^\$ .*\n/, "") }).toEqual({ code: 0, stderr: "" });
});

test("shows the pull of every list", () => {
  expect(ended.stdout).toMatch(/\$ wx-domain pull --endpoint http:\/\/127\.0\.0\.1:\d+\n/);
  for (const list of Object.keys(DEMO_ACCOUNT.lists)) expect(ended.stdout).toMatch(new RegExp(`^${list} `, "m"));
  expect(ended.stdout).toContain("Wrote wx-domains.json");
});

describe("the report", () => {
  test.each(FAULTS)("finds $fault: $file, $code", (fault) => {
    expect(reportsIn(ended.stdout)).toContain(`${lineOf(fault)} ${fault.rule}`);
  });

  test.each(CORRECT)("says nothing about $file, $code", (place) => {
    expect(reportsIn(ended.stdout).filter((report) => report.startsWith(`${lineOf(place)} `))).toEqual([]);
  });

  test("holds nothing else", () => {
    expect(reportsIn(ended.stdout)).toHaveLength(FAULTS.length);
  });
});

test("closes with one line", () => {
  const summary = `3. ${FAULTS.length} of the shop's ${FAULTS.length} faults found; 0 false reports, with ${CORRECT.length} correct calls in it.\n`;
  expect(ended.stdout.endsWith(`\n${summary}`)).toBe(true);
});

test("speaks Chinese where the environment does", async () => {
  const { code, stdout } = await runDemo({ LC_ALL: "zh_CN.UTF-8" });
  expect(code).toBe(0);
  expect(stdout).toMatch(/已写入 wx-domains\.json[^]+正确的调用，误报 0 处。\n$/);
});
