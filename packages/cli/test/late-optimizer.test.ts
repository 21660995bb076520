import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { lateOptimizerFlag } from "../src/late-optimizer.ts";

test.each([
  ["Node.js 20", "11.3.244.8-node.30", "--interrupt-budget=1000000"],
  ["Node.js 22", "12.4.254.21-node.57", "--invocation-count-for-turbofan=40000"],
  ["Node.js 24, whose Maglev comes before", "13.6.233.17-node.53", undefined],
  ["a version that nobody knows yet", "14.0.1", undefined],
])("%s: V8 %s takes %s", (_node, version, expected) => {
  expect(lateOptimizerFlag(version)).toBe(expected);
});

test("this V8 knows its flag: it would say so if not", () => {
  const flag = lateOptimizerFlag(process.versions.v8);
  const { stderr, status } = spawnSync(process.execPath, ["--eval", `require("node:v8").setFlagsFromString(${JSON.stringify(flag ?? "--stack-size=984")})`], { encoding: "utf8" });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
});

const SAYS_FLAGS = `data:text/javascript,import v8 from "node:v8"; import { syncBuiltinESMExports } from "node:module"; v8.setFlagsFromString = (flag) => { process.stderr.write("set " + flag); }; syncBuiltinESMExports();`;

test("the command sets it", () => {
  const command = fileURLToPath(new URL("../bin/wx-domain.js", import.meta.url));
  const { stderr } = spawnSync(process.execPath, ["--import", SAYS_FLAGS, command, "--version"], { encoding: "utf8" });
  const flag = lateOptimizerFlag(process.versions.v8);
  expect(stderr).toBe(flag === undefined ? "" : `set ${flag}`);
});
