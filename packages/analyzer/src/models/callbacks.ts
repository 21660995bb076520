import type { UnknownCause } from "../facts/language.ts";
import type { Place } from "../values/pattern.ts";
import { record, unknown } from "../values/value.ts";
import type { Element } from "../values/value.ts";
import { isComponentDefiner } from "./components.ts";

/** What a platform call's or a framework's callbacks are handed, by the callee's path. First match wins. */
const HANDED: readonly { readonly callee: RegExp; readonly cause: UnknownCause }[] = [
  { callee: /\.(?:request|uploadFile|downloadFile)$|\.cloud\./, cause: "server-response" },
  { callee: /\.(?:getStorage|getStorageInfo)$/, cause: "storage" },
  { callee: /^uni-app\.on(?:Load|Launch|Show|PageNotFound)$/, cause: "page-option" },
  { callee: /^Taro\.use(?:Load|Launch|DidShow)$/, cause: "page-option" },
];

/** Functions of pages and apps that are handed what the page or app is opened with. Sources: Page(), App(). */
const OPENED_WITH: ReadonlySet<string> = new Set(["onLoad", "onLaunch", "onShow", "onPageNotFound", "created", "attached"]);

/** Whether a component's function of this name is handed what the page or app is opened with. */
export function isOpenedWith(name: string): boolean {
  return OPENED_WITH.has(name);
}

/** Why nobody can know what a callback is handed that stands at `path` in an argument of `callee`. */
export function causeOfCallback(callee: string, path: readonly string[]): UnknownCause {
  const name = path.at(-1);
  if (isComponentDefiner(callee)) return name !== undefined && OPENED_WITH.has(name) ? "page-option" : "event";
  return HANDED.find((row) => row.callee.test(callee))?.cause ?? "platform-result";
}

/**
 * What an event holds. Source: 小程序开发指南, "事件" (BaseEvent, CustomEvent, TouchEvent); `mark` since 2.7.1.
 */
const EVENT_MEMBERS = ["type", "timeStamp", "target", "currentTarget", "mark", "detail", "touches", "changedTouches"] as const;

/**
 * What the framework hands to a function of a page, a component or the app that is none of its life: an event, as it does to a handler.
 * It is an object, and no URL.
 */
export function eventHandedTo(callee: string, path: readonly string[], place: Place): Element | undefined {
  const name = path.at(-1);
  const isOwn = path.length === 1 || (path.length === 2 && path[0] === "methods");
  if (!isComponentDefiner(callee) || !isOwn || name === undefined || OPENED_WITH.has(name) || /^on[A-Z]/.test(name)) return undefined;
  return record(EVENT_KEY, new Map(EVENT_MEMBERS.map((member) => [member, [unknown("event", place)]])));
}

const EVENT_KEY = "event";

export function isEvent(element: Element): boolean {
  return element.kind === "record" && element.key === `r${EVENT_KEY}`;
}

/** What methods of the language hand to a callback: each element of the receiver, the receiver itself (a promise's value), or nothing. */
const METHODS: Readonly<Record<string, "elements" | "receiver" | "nothing" | undefined>> = {
  forEach: "elements",
  map: "elements",
  filter: "elements",
  find: "elements",
  some: "elements",
  every: "elements",
  flatMap: "elements",
  then: "receiver",
  finally: "nothing",
};

export function calledBack(method: string): "elements" | "receiver" | "nothing" | undefined {
  return Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
}
