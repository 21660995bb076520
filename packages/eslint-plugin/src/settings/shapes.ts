import { CALLS, type Call, type Locale, type Localized } from "@wx-domain/core";
import type { HelperSetting } from "@wx-domain/analyzer";

/** What a setting may be: a check that gives it its type, and the words for a message. */
export interface Shape<T> {
  readonly is: (value: unknown) => value is T;
  readonly words: Localized;
}

type Texts = string | readonly string[];

const isString = (value: unknown): value is string => typeof value === "string" && value !== "";
const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isString);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A define may well be the empty string. */
const isTexts = (value: unknown): value is Texts =>
  typeof value === "string" || (Array.isArray(value) && value.every((item) => typeof item === "string"));

function isCall(value: unknown): value is Call {
  return typeof value === "string" && Object.hasOwn(CALLS, value);
}

function isHelper(value: unknown): value is HelperSetting {
  if (!isRecord(value) || !isRecord(value["url"])) return false;
  const { arg, key } = value["url"];
  const isPlace = Number.isInteger(arg) && Number(arg) >= 0 && (key === undefined || isString(key));
  return isString(value["callee"]) && isCall(value["call"]) && isPlace && (value["base"] === undefined || isString(value["base"]));
}

export const TEXT: Shape<string> = { is: isString, words: { en: "a string", "zh-CN": "非空字符串" } };

export const TEXTS: Shape<readonly string[]> = { is: isStrings, words: { en: "an array of strings", "zh-CN": "字符串数组" } };

export const TEXTS_BY_NAME: Shape<Readonly<Record<string, Texts>>> = {
  is: (value): value is Readonly<Record<string, Texts>> => isRecord(value) && Object.values(value).every(isTexts),
  words: { en: 'an object such as { "name": "text" } or { "name": ["one", "other"] }', "zh-CN": '对象，例如 { "名称": "值" } 或 { "名称": ["值一", "值二"] }' },
};

export const HELPERS: Shape<readonly HelperSetting[]> = {
  is: (value): value is readonly HelperSetting[] => Array.isArray(value) && value.every(isHelper),
  words: {
    en: `an array of helpers such as { callee: "$http.get", url: { arg: 0 }, call: "request" }, where call is one of ${Object.keys(CALLS).join(", ")}`,
    "zh-CN": `数组，其元素例如 { callee: "$http.get", url: { arg: 0 }, call: "request" }，call 为以下之一：${Object.keys(CALLS).join("、")}`,
  },
};

export const LOCALE: Shape<Locale> = {
  is: (value): value is Locale => value === "en" || value === "zh-CN",
  words: { en: '"en" or "zh-CN"', "zh-CN": '"en" 或 "zh-CN"' },
};
