import type { UnknownCause } from "../facts/language.ts";
import type { Place } from "../values/pattern.ts";
import type { Value } from "../values/value.ts";
import { builtin, text, unknown } from "../values/value.ts";

/**
 * What calls of the platform give back, as far as a URL can depend on it. A path ends in `()` for the result of the
 * call; `*` stands for any member below. Sources: the mini-program API pages of each call.
 */
interface ResultRow {
  readonly path: RegExp;
  readonly values?: readonly string[];
  readonly cause?: UnknownCause;
}

const ROWS: readonly ResultRow[] = [
  // wx.getAccountInfoSync(): miniProgram.envVersion is one of three; each of them ships or is tested.
  { path: /\.getAccountInfoSync\(\)\.miniProgram\.envVersion$/, values: ["develop", "trial", "release"] },
  { path: /(^|\.)__wxConfig\.envVersion$/, values: ["develop", "trial", "release"] },
  // wx.getSystemInfoSync().platform
  { path: /\.(?:getSystemInfoSync|getDeviceInfo)\(\)\.platform$/, values: ["devtools", "ios", "android", "ohos", "windows", "mac"] },
  { path: /\.getEnv\(\)$/, values: ["WEAPP"] },
  { path: /\.ENV_TYPE\.WEAPP$/, values: ["WEAPP"] },
  { path: /\.ENV_TYPE\.WEB$/, values: ["WEB"] },
  { path: /\.getStorageSync\(\)/, cause: "storage" },
  { path: /\.getExtConfigSync\(\)/, cause: "environment" },
  { path: /\.(?:request|uploadFile|downloadFile|cloud\.[a-zA-Z]+)\(\)/, cause: "server-response" },
  { path: /^getCurrentPages\(\)/, cause: "page-option" },
  { path: /\.(?:getLaunchOptionsSync|getEnterOptionsSync)\(\)/, cause: "page-option" },
];

/** Calls whose result has members that rows tell about: the result keeps its path. */
const TOLD_BY_MEMBER = /\.(?:getAccountInfoSync|getSystemInfoSync|getDeviceInfo|createTCPSocket)\(\)$/;

function rowOf(path: string): ResultRow | undefined {
  return ROWS.find((row) => row.path.test(path));
}

export function resultMember(path: string, key: string, place: Place | undefined): Value | undefined {
  const full = `${path}.${key}`;
  const row = rowOf(full);
  if (row?.values !== undefined) return row.values.map((value) => text(value));
  if (row?.cause !== undefined) return [unknown(row.cause, place, full)];
  return undefined;
}

/** The value of calling a platform function that no model computes. */
export function resultOfCall(path: string, place: Place | undefined): Value | undefined {
  const full = `${path}()`;
  const row = rowOf(full);
  if (row?.values !== undefined) return row.values.map((value) => text(value));
  if (row?.cause !== undefined) return [unknown(row.cause, place, full)];
  return TOLD_BY_MEMBER.test(full) ? [builtin(full)] : undefined;
}
