import { CALLS, type Call, type CallFacts } from "./calls.ts";
import { explainMiss } from "./check/denial.ts";
import { isAmbiguous, type AbsoluteUrl, type Finding } from "./check/finding.ts";
import { matchHost } from "./check/host.ts";
import { matchServer } from "./check/server.ts";
import { matchTcp } from "./check/tcp.ts";
import { isLocalPath, judgeUrl } from "./check/url-faults.ts";
import { compileClients, type Clients } from "./clients/clients.ts";
import { compileList, type ListIndex } from "./list-index.ts";
import { LIST_NAMES, type DomainLists, type ListName } from "./lists.ts";
import { parseRawUrl, type RawUrl } from "./raw-url.ts";
import type { Verdict } from "./verdict.ts";

/** Lists made ready for any number of questions; the cost of one does not grow with the lists. */
export interface CompiledLists {
  readonly lists: DomainLists;
  /**
   * What becomes of a call that sends this URL. Never throws, whatever the text is.
   *
   * Where the call's list is unknown the status is never `denied`, but a reason that no list could cure (`wrong-protocol`,
   * `local-address`, `invalid-url`, …) is still given in place of `unknown-list`: who reports such a fault goes by the
   * reason.
   *
   * @param url as the program writes it; `tcp://host:port` and `udp://host:port` for sockets.
   */
  check(url: string, call: Call): Verdict;
}

const NO_MODEL: Verdict["clients"] = { android: null, devtools: null };
const BOTH_REFUSE: Verdict["clients"] = { android: false, devtools: false };

/** Faults found before any list is asked: 「request:fail invalid url」, errno 600009 (D). */
const REFUSED_BY_BASE_LIBRARY: ReadonlySet<string> = new Set(["empty", "blank-led", "no-scheme", "no-slashes"]);

function isRefusedByBaseLibrary(url: RawUrl): boolean {
  return url.kind === "relative" || (url.kind === "invalid" && REFUSED_BY_BASE_LIBRARY.has(url.fault));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

interface OwnList {
  readonly name: ListName;
  readonly index: ListIndex;
  readonly others: ReadonlyMap<ListName, () => ListIndex>;
  readonly clients: Clients | undefined;
}

function matchTarget(text: string, url: AbsoluteUrl, own: OwnList, facts: CallFacts): Finding {
  const match =
    own.clients !== undefined
      ? matchServer(text, url, own.clients)
      : facts.matching === "tcp"
        ? matchTcp(url, own.index)
        : matchHost(url, own.index, own.name, facts);
  if (match !== undefined) return match;
  // Which host such a URL names is the first thing to settle; the entry that one reader sees is no use to the author.
  if (isAmbiguous(url)) return { status: "denied", reason: "ambiguous-authority" };
  return explainMiss(url, own.index, own.others);
}

/** A refused scheme that both sides write: the phone lets it pass, though the console can't hold such an entry. */
function softened(text: string, url: RawUrl, finding: Finding, own: OwnList): Finding {
  if (finding.reason !== "wrong-protocol" || url.kind !== "absolute") return finding;
  const entry = own.clients?.android.match(text);
  if (entry !== undefined) return { status: "uncertain", reason: "wrong-protocol", entry: entry.text };
  const nearest = own.index.hosts.at(url.host.toLowerCase())[0]?.text;
  return nearest === undefined ? finding : { ...finding, nearest };
}

/**
 * The contract: "an unknown list makes everything bound to it uncertain", so nothing is denied, not even what no list
 * could allow: a project without lists must not fail. The reason stays the fault's own, for the rules that report it.
 */
function withoutList(url: RawUrl, finding: Finding | undefined): Finding {
  if (finding !== undefined) return { ...finding, status: "uncertain" };
  const reason = url.kind === "absolute" && isAmbiguous(url) ? "ambiguous-authority" : "unknown-list";
  return { status: "uncertain", reason };
}

/** Prepares lists for checking; each list is indexed when a call bound to it is first asked about. */
export function compileLists(lists: DomainLists): CompiledLists {
  const indexes = new Map<ListName, () => ListIndex>();
  for (const name of LIST_NAMES) {
    const texts = lists[name];
    if (texts !== undefined) indexes.set(name, once(() => compileList(texts)));
  }
  const owned = new Map<Call, OwnList>();

  const ownList = (call: Call, facts: CallFacts, name: ListName): OwnList | undefined => {
    const known = owned.get(call);
    const index = indexes.get(name)?.();
    if (known !== undefined || index === undefined) return known;
    const others = new Map([...indexes].filter(([other]) => other !== name && other !== "prefetchdnsdomain"));
    const isObserved = facts.matching === "server" || facts.matching === "socket";
    const own = { name, index, others, clients: isObserved ? compileClients(index.entries, facts.matching) : undefined };
    owned.set(call, own);
    return own;
  };

  return {
    lists,
    check(text, call) {
      const facts = CALLS[call];
      const url = parseRawUrl(text);
      if (facts.takesLocalPath && isLocalPath(url)) {
        return { status: "allowed", reason: "no-list-needed", list: null, clients: NO_MODEL };
      }
      const judged = judgeUrl(text, url, facts);
      const isObserved = facts.matching === "server" || facts.matching === "socket";
      const refused = isObserved && isRefusedByBaseLibrary(url) ? BOTH_REFUSE : undefined;
      if (facts.list === null) {
        const finding: Finding = judged.finding ?? { status: "allowed", reason: "no-list-needed" };
        return { ...finding, list: null, clients: NO_MODEL };
      }
      const own = ownList(call, facts, facts.list);
      if (own === undefined) return { ...withoutList(url, judged.finding), list: facts.list, clients: refused ?? NO_MODEL };
      const finding =
        judged.finding === undefined ? matchTarget(text, judged.target, own, facts) : softened(text, url, judged.finding, own);
      const models = own.clients && {
        android: own.clients.android.passes(text),
        devtools: own.clients.devtools.passes(text),
      };
      return { ...finding, list: facts.list, clients: refused ?? models ?? NO_MODEL };
    },
  };
}

/** One question without keeping the lists ready. */
export function checkUrl(url: string, call: Call, lists: DomainLists): Verdict {
  return compileLists(lists).check(url, call);
}
