import type { UnknownCause } from "../facts/language.ts";
import { isComponentDefiner } from "./components.ts";

/** What a platform call's or a framework's callbacks are handed, by the callee's path. First match wins. */
const HANDED: readonly { readonly callee: RegExp; readonly cause: UnknownCause }[] = [
  { callee: /\.(?:request|uploadFile|downloadFile)$|\.cloud\./, cause: "server-response" },
  { callee: /\.(?:getStorage|getStorageInfo)$/, cause: "storage" },
];

/** Functions of pages and apps that are handed what the page or app is opened with. Sources: Page(), App(). */
const OPENED_WITH: ReadonlySet<string> = new Set(["onLoad", "onLaunch", "onShow", "onPageNotFound", "created", "attached"]);

/** Why nobody can know what a callback is handed that stands at `path` in an argument of `callee`. */
export function causeOfCallback(callee: string, path: readonly string[]): UnknownCause {
  const name = path.at(-1);
  if (isComponentDefiner(callee)) return name !== undefined && OPENED_WITH.has(name) ? "page-option" : "event";
  return HANDED.find((row) => row.callee.test(callee))?.cause ?? "platform-result";
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
