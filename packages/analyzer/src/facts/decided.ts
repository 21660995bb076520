import type { Draft } from "./builder.ts";
import type { NodeId } from "./language.ts";

/** A `switch` of more cases than these is left as it is. */
const MAX_CASES = 64;
const MAX_NODES = 200;

/**
 * What is left of a value that a `switch` or an `if` chose, where the path to here has asked the same thing again:
 * `switch (type) { case "a": path = "/a" … } if (type === "a") send(path)`.
 */
export function decided(draft: Draft, value: NodeId): NodeId {
  if (draft.path.length === 0) return value;
  let at = value;
  for (let cases = 0; cases < MAX_CASES; cases++) {
    const node = draft.nodes[at];
    const side = node?.kind === "choice" ? outcomeOf(draft, node.test) : undefined;
    if (node?.kind !== "choice" || side === undefined) return at;
    at = side ? node.yes : node.no;
  }
  return at;
}

interface Equality {
  /** Says the same of two tests that ask about the same. */
  readonly subject: string;
  readonly text: string;
}

/** How a test comes out by what the path has passed; undefined: either way. */
function outcomeOf(draft: Draft, test: NodeId): boolean | undefined {
  const asked = equalityOf(draft, test);
  if (asked === undefined) return undefined;
  for (const { test: passed, sense } of draft.path) {
    const known = equalityOf(draft, passed);
    if (known?.subject !== asked.subject) continue;
    if (sense) return known.text === asked.text;
    if (known.text === asked.text) return false;
  }
  return undefined;
}

/** `subject === "text"`, whatever guards have said about the subject. */
function equalityOf(draft: Draft, test: NodeId): Equality | undefined {
  const node = draft.nodes[test];
  if (node?.kind !== "compare" || node.operator !== "===") return undefined;
  const right = draft.nodes[node.right];
  if (right?.kind !== "text") return undefined;
  const subject = subjectOf(draft, node.left);
  return subject === undefined ? undefined : { subject, text: right.value };
}

/** What a test asks about, if that can't change between two tests: a value, or a member that nobody assigns to. */
function subjectOf(draft: Draft, id: NodeId): string | undefined {
  const at = withoutGuards(draft, id);
  const node = draft.nodes[at];
  if (node?.kind === "variable") return undefined;
  if (node?.kind !== "member") return String(at);
  const key = draft.nodes[node.key];
  if (key?.kind !== "text" || draft.assignments.some((one) => one.key === key.value)) return undefined;
  const object = objectOf(draft, node.of, key.value);
  return object === undefined ? undefined : `${String(object)}.${key.value}`;
}

/** The one object behind assignments to its other members, on whatever path they were made. */
function objectOf(draft: Draft, id: NodeId, key: string): NodeId | undefined {
  const found = new Set<NodeId>();
  const seen = new Set([id]);
  for (const one of seen) {
    if (seen.size > MAX_NODES) return undefined;
    const node = draft.nodes[one];
    if (node?.kind === "refine") seen.add(node.of);
    else if (node?.kind === "choice") seen.add(node.yes).add(node.no);
    else if (node?.kind === "assigned") {
      const name = draft.nodes[node.key];
      if (name?.kind !== "text" || name.value === key) return undefined;
      seen.add(node.of);
    } else found.add(one);
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function withoutGuards(draft: Draft, id: NodeId): NodeId {
  let at = id;
  for (let node = draft.nodes[at]; node?.kind === "refine"; node = draft.nodes[at]) at = node.of;
  return at;
}
