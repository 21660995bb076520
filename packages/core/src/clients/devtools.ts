import { isDottedIpv4, addressKind } from "../address.ts";
import type { Entry } from "../entry.ts";
import { isLocalFileUrl } from "../local-file.ts";

/** The DevTools check (T, about 2021), with urlCheck on. */
export interface DevToolsModel {
  /** null: an address of the local network, which passes or not by the computer's own subnet. */
  passes(url: string): boolean | null;
}

/** T's expression. It is not anchored at the end: `https://ok.cn@evil.cn` has the "origin" `https://ok.cn`. */
const ORIGIN = /^(?:http|ws|udp)s?:\/\/[\w.-]+(?::\d+)?/;
const SKIP = /[?&]skip_domain_check=true/;

function originOf(text: string): string | undefined {
  return ORIGIN.exec(text.toLowerCase())?.[0];
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  end: boolean;
}

/**
 * The entries of a socket list as T uses them: regular expressions without escapes, so that a `.` stands for any
 * character. A tree walks all of them at once; a list of expressions would cost one run an entry.
 */
class DotTrie {
  readonly #root: TrieNode = { next: new Map(), end: false };

  add(text: string): void {
    let node = this.#root;
    for (const char of text) {
      let child = node.next.get(char);
      if (child === undefined) node.next.set(char, (child = { next: new Map(), end: false }));
      node = child;
    }
    node.end = true;
  }

  matches(text: string): boolean {
    let nodes: readonly TrieNode[] = [this.#root];
    for (const char of text) {
      nodes = nodes.flatMap((node) => [node.next.get(char), char === "." ? undefined : node.next.get(".")]).filter((node) => node !== undefined);
      if (nodes.length === 0) return false;
    }
    return nodes.some((node) => node.end);
  }
}

/** Entries with any other special character are faults of the list; as expressions they mean nothing anybody wants. */
const ONLY_DOTS_ARE_SPECIAL = /^[\w./:-]+$/;

export function compileDevTools(entries: readonly Entry[], options: { readonly socket: boolean }): DevToolsModel {
  const origins = new Set<string>();
  const expressions = new DotTrie();
  for (const { text } of entries) {
    const origin = originOf(text);
    if (origin !== undefined) origins.add(origin);
    if (options.socket && ONLY_DOTS_ARE_SPECIAL.test(text)) expressions.add(text.toLowerCase());
  }
  return {
    passes(url) {
      if (SKIP.test(url)) return true;
      const origin = originOf(url);
      if (origin === undefined) return false;
      const host = origin.replace(/^\w+:\/\//, "").replace(/:\d+$/, "");
      if (isDottedIpv4(host) && addressKind(host) === "lan") return null;
      if (isLocalFileUrl(url) || origins.has(origin)) return true;
      return options.socket && (expressions.matches(origin) || expressions.matches(origin.replace(/:\d+$/, "")));
    },
  };
}
