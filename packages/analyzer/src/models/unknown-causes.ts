import type { Locale } from "@wx-domain/core";
import type { UnknownCause } from "../facts/language.ts";
import type { Hole } from "../values/pattern.ts";

/** A clause without a full stop. `detail` is what the hole names; a cause that names nothing ignores it. */
type Clause = (detail: string | undefined) => string;

type Words = Readonly<Record<Locale, Clause>>;

/** `text` with the detail in quotes in the place of `{}`; `without` if the hole names nothing. */
function naming(text: string, without: string, [open, close]: readonly [string, string]): Clause {
  return (detail) => (detail === undefined ? without : text.replace("{}", () => open + detail + close));
}

function words(en: readonly [named: string, plain: string], zh: readonly [named: string, plain: string]): Words {
  return { en: naming(...en, ['"', '"']), "zh-CN": naming(...zh, ["“", "”"]) };
}

function plain(en: string, zh: string): Words {
  return { en: () => en, "zh-CN": () => zh };
}

/** One row a cause: why a value can't be known from the program's text. */
const UNKNOWN_CAUSES: Readonly<Record<UnknownCause, Words>> = {
  "unsupported-syntax": plain("it is written in a way that the analysis doesn't follow", "其写法超出了分析能力"),
  "undeclared-global": words(
    ["nothing in the program declares {}", "it comes from a name that nothing in the program declares"],
    ["程序中没有声明 {}", "来自程序中没有声明的名称"],
  ),
  "module-not-found": words(
    ["the module {} is not in the repository", "it comes from a module that is not in the repository"],
    ["项目中找不到模块 {}", "来自项目中找不到的模块"],
  ),
  "module-unreadable": words(
    ["the module {} can't be read", "it comes from a module that can't be read"],
    ["模块 {} 无法读取", "来自无法读取的模块"],
  ),
  package: words(
    ["it comes from the package {}, which is not followed", "it comes from a package, which is not followed"],
    ["来自软件包 {}，分析不进入软件包", "来自软件包，分析不进入软件包"],
  ),
  "missing-export": words(
    ["the export {} can't be found", "it is imported, but the module exports no such name"],
    ["找不到导出 {}", "所导入的名称未被该模块导出"],
  ),
  "no-caller": plain("no call of the function around it was found", "没有找到对其所在函数的调用"),
  callback: plain("it is handed to a function that the analysis can't see into", "它被交给了分析无法进入的函数"),
  "platform-result": words(["it comes from {}, at run time", "it comes from the platform, at run time"], ["运行时由 {} 给出", "运行时由平台给出"]),
  "server-response": plain("a server's answer decides it", "由服务器的响应决定"),
  storage: plain("it is read from storage", "从本地缓存读取"),
  "page-option": plain("it comes with the link or the scene that the page is opened by", "来自打开页面时的参数或场景"),
  event: plain("it comes with an event", "来自事件参数"),
  environment: words(["{} is set outside the program", "it is set outside the program"], ["{} 在程序之外设置", "在程序之外设置"]),
  "component-property": words(
    ["whoever uses the component sets its property {}", "whoever uses the component sets it"],
    ["由使用该组件者通过属性 {} 设置", "由使用该组件者设置"],
  ),
  "call-of-unknown": plain("it is the result of a function that can't be determined", "它是一个无法确定的函数的返回值"),
  "unknown-receiver": words(
    ["{} belongs to an object that can't be determined", "it belongs to an object that can't be determined"],
    ["{} 所属的对象无法确定", "它所属的对象无法确定"],
  ),
  "string-operation": plain("it is computed in a way that the analysis doesn't follow", "其计算方式超出了分析能力"),
  recursion: plain("it is built up in a loop or by recursion", "它在循环或递归中拼接而成"),
  "too-many-values": plain("it has more possible values than are listed", "可能的取值过多，未全部列出"),
  "too-deep": plain("it is computed in more steps than are followed", "计算步骤过多，未继续追踪"),
  budget: plain("following it would take too long", "追踪耗时过长，已停止"),
  "no-url": plain("the call is given no URL", "该调用没有传入 URL"),
  parameter: plain("it is a parameter whose callers are not known", "它是参数，其调用者未知"),
};

const AT_RUN_TIME: ReadonlySet<UnknownCause> = new Set(["package", "platform-result", "server-response", "storage", "page-option", "event", "environment"]);

/** Whether a value comes from outside the program, so that no code of it decides it. */
export function comesAtRunTime(cause: UnknownCause): boolean {
  return AT_RUN_TIME.has(cause);
}

/** Why a part of a URL is not known, as a clause in a person's language. */
export function explainHole({ cause, detail }: Pick<Hole, "cause" | "detail">, locale: Locale): string {
  // What a package exports is a builtin with the path `package#name`.
  const packageName = cause === "platform-result" ? detail?.match(/^(.+?)#/)?.[1] : undefined;
  if (packageName !== undefined) return UNKNOWN_CAUSES.package[locale](packageName);
  return UNKNOWN_CAUSES[cause][locale](detail);
}
