import type { Hole } from "@wx-domain/analyzer";
import type { Locale, Localized } from "@wx-domain/core";

type Cause = Hole["cause"];

/** Why the analysis can't say what a part of a URL is; a detail is the name to look for. */
const CAUSE_TEXTS: Readonly<Record<Cause, Localized>> = {
  "unsupported-syntax": { en: "an expression that is not understood", "zh-CN": "无法理解的表达式" },
  "undeclared-global": { en: "a global of which nothing is known", "zh-CN": "未知的全局变量" },
  "module-not-found": { en: "a module that was not found", "zh-CN": "找不到的模块" },
  package: { en: "a package that is not looked into", "zh-CN": "未分析的 npm 包" },
  "missing-export": { en: "an export that the module has not", "zh-CN": "模块中不存在的导出" },
  "no-caller": { en: "a parameter of a function that nobody calls", "zh-CN": "无人调用的函数的参数" },
  callback: { en: "a parameter of a callback", "zh-CN": "回调函数的参数" },
  "platform-result": { en: "what the platform hands in", "zh-CN": "平台返回的值" },
  "server-response": { en: "a server's response", "zh-CN": "服务器的响应" },
  storage: { en: "the storage", "zh-CN": "本地缓存" },
  "page-option": { en: "an option of the page", "zh-CN": "页面参数" },
  event: { en: "an event", "zh-CN": "事件" },
  environment: { en: "an environment variable", "zh-CN": "环境变量" },
  "component-property": { en: "a property of the component", "zh-CN": "组件属性" },
  "call-of-unknown": { en: "a call of an unknown function", "zh-CN": "对未知函数的调用" },
  "unknown-receiver": { en: "a member of an unknown object", "zh-CN": "未知对象的成员" },
  "string-operation": { en: "an operation on text that is not followed", "zh-CN": "未跟踪的字符串运算" },
  recursion: { en: "a recursion", "zh-CN": "递归" },
  "too-many-values": { en: "too many possible values", "zh-CN": "可能的值过多" },
  "too-deep": { en: "too deep a nesting", "zh-CN": "嵌套过深" },
  budget: { en: "the analysis would take too long", "zh-CN": "分析耗时过长" },
  "no-url": { en: "no URL is given", "zh-CN": "没有给出 URL" },
  parameter: { en: "a parameter", "zh-CN": "参数" },
};

export function causeText(cause: Cause, detail: string | undefined, locale: Locale): string {
  const text = CAUSE_TEXTS[cause][locale];
  if (detail === undefined || detail === "") return text;
  return locale === "en" ? `${text}, "${detail}"` : `${text} “${detail}”`;
}
