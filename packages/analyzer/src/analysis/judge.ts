import type { Call, CompiledLists, Verdict } from "@wx-domain/core";
import type { UrlValue } from "./url-values.ts";

/** What the lists say about one value of a call. */
export type Judgement =
  /** `assumed`: the host is open (`"https://h" + path`); it was taken as complete. `url` is what was asked. */
  | { readonly kind: "verdict"; readonly url: string; readonly verdict: Verdict; readonly assumed: boolean }
  /** The authority is known in part, and no entry of the list can be what it becomes. */
  | { readonly kind: "impossible"; readonly url: string }
  | { readonly kind: "unknown" };

/** Asks the lists about a value, as far as its text is known. */
export function judgeValue(value: UrlValue, call: Call, lists: CompiledLists): Judgement {
  const { origin, parts } = value;
  const [first] = parts;
  const head = first?.kind === "text" ? first.text : "";
  switch (origin.kind) {
    case "known":
      return { kind: "verdict", url: origin.open ? `${head}/` : head, verdict: lists.check(origin.open ? `${head}/` : head, call), assumed: origin.open };
    case "relative":
      return { kind: "verdict", url: value.pattern, verdict: lists.check(head, call), assumed: false };
    case "partial":
      return partial(value, origin.scheme, origin.authority, call, lists);
    case "unknown":
      return { kind: "unknown" };
  }
}

/** `https://api.▢.example.com`: a hole stands for any host characters; an entry that fits leaves the question open. */
function partial(value: UrlValue, scheme: string, authority: string, call: Call, lists: CompiledLists): Judgement {
  const probe = lists.check(`${scheme}://x.invalid/`, call);
  if (probe.reason === "wrong-protocol") return { kind: "verdict", url: value.pattern, verdict: probe, assumed: false };
  if (probe.reason !== "not-listed" || probe.list === null) return { kind: "unknown" };
  const entries = lists.lists[probe.list] ?? [];
  const expression = new RegExp(`^${authority.split("…").map(escape).join("[a-z0-9.:-]*")}$`, "i");
  const fits = entries.some((entry) => expression.test(entry.replace(/^[a-z]+:\/\//i, "").replace(/\/.*$/, "")));
  return fits || authority.replaceAll("…", "") === "" ? { kind: "unknown" } : { kind: "impossible", url: value.pattern };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
