import type { ModuleFacts, NodeId } from "./language.ts";
import { PLATFORM_OBJECTS } from "../models/network-calls.ts";

/**
 * What a module says to others, as a text to be hashed: everything but where it is written and calls that only touch the screen. Nodes are numbered in
 * the order in which what is visible mentions them, so that an edit of anything else changes nothing. When in doubt, a fact counts.
 */
export function visibleFacts(facts: ModuleFacts): string {
  const said: string[] = [];
  const nodes = numbering();
  const functions = numbering();
  const classes = numbering();
  const bindings = numbering();

  /** Writes a fact: positions are left out, references become numbers of this walk. */
  function say(fact: unknown): void {
    said.push(
      JSON.stringify(fact, (key, value: unknown) => {
        if (POSITIONS.has(key)) return undefined;
        if (value === undefined) return "\0undefined";
        if (NODE_LISTS.has(key) && Array.isArray(value)) {
          const list: readonly unknown[] = value;
          return list.map((id) => (typeof id === "number" ? `n${String(nodes.of(id))}` : id));
        }
        if (typeof value !== "number") return value;
        if (NODE_KEYS.has(key)) return value < 0 ? value : `n${String(nodes.of(value))}`;
        if (FUNCTION_KEYS.has(key)) return `f${String(functions.of(value))}`;
        if (key === "class") return `c${String(classes.of(value))}`;
        if (key === "binding") return `b${String(bindings.of(value))}`;
        return value;
      }),
    );
  }

  for (const [name, value] of [...facts.exports].sort(([a], [b]) => (a < b ? -1 : 1))) say({ name, value });
  for (const one of facts.reExports) say(one);
  for (const one of facts.assignments) say(one);
  for (const [object, { call, argument }] of facts.objectRoles) if (!isOnlyScreen(facts, call)) say({ object, call, argument });
  for (const { calls } of facts.functions) for (const call of calls) if (!isOnlyScreen(facts, call)) say({ call });
  say([facts.usesExportsObject, facts.isComponentFile]);

  // Each thing that was mentioned is told once; telling it mentions others.
  let told: number;
  do {
    told = said.length;
    nodes.each((id) => {
      const node = facts.nodes[id];
      if (node !== undefined) say(node.kind === "primitive" ? [node.kind, String(node.value), typeof node.value] : node);
    });
    functions.each((id) => {
      const fn = facts.functions[id];
      if (fn === undefined) return;
      const { name: _name, calls: _calls, id: _id, ...rest } = fn;
      say(rest);
    });
    classes.each((id) => {
      const one = facts.classes[id];
      if (one === undefined) return;
      const { id: _id, name: _name, ...rest } = one;
      say(rest);
    });
    bindings.each((id) => say({ definitions: facts.bindings[id]?.definitions ?? [] }));
  } while (said.length > told);

  for (const [object, { parent, key }] of facts.objectParents) if (nodes.has(object) && nodes.has(parent)) say({ object, target: parent, named: key });
  for (const [id, { call, argument, path }] of facts.callbacks) if (functions.has(id) && nodes.has(call)) say({ function: id, call, argument, path });
  return said.join("\n");
}

const POSITIONS: ReadonlySet<string> = new Set(["at", "start", "end"]);
/** Fields that hold references to nodes, wherever they stand in a fact. */
const NODE_KEYS: ReadonlySet<string> = new Set(["of", "test", "yes", "no", "left", "right", "key", "value", "callee", "target", "object", "superClass", "call"]);
const NODE_LISTS: ReadonlySet<string> = new Set(["of", "parts", "results", "firstParameterAfter", "definitions"]);
const FUNCTION_KEYS: ReadonlySet<string> = new Set(["function", "parent", "constructorFunction", "owner"]);

/** Whether a call does no more than show something, move to another page, or log. */
function isOnlyScreen(facts: ModuleFacts, call: NodeId): boolean {
  const node = facts.nodes[call];
  const callee = node?.kind === "call" ? facts.nodes[node.callee] : undefined;
  if (callee?.kind !== "member") return false;
  const [object, key] = [facts.nodes[callee.of], facts.nodes[callee.key]];
  if (object?.kind !== "global" || key?.kind !== "text") return false;
  return object.name === "console" || (PLATFORM_OBJECTS.includes(object.name) && SCREEN.test(key.value));
}

/** WeChat, "API": 界面, 路由, 震动. None of them takes a URL of the network. */
const SCREEN = /^(?:(?:show|hide)(?:Toast|Loading|Modal|ActionSheet)|setNavigationBar\w+|pageScrollTo|(?:start|stop)PullDownRefresh|(?:navigate|redirect)To|navigateBack|switchTab|reLaunch|vibrate\w+)$/;

interface Numbering {
  of(id: number): number;
  has(id: number): boolean;
  /** Hands out each id once, also those that come in meanwhile. */
  each(tell: (id: number) => void): void;
}

function numbering(): Numbering {
  const numbers = new Map<number, number>();
  const ids: number[] = [];
  let told = 0;
  return {
    of(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      ids.push(id);
      numbers.set(id, numbers.size);
      return numbers.size - 1;
    },
    has: (id) => numbers.has(id),
    each(tell) {
      for (let id = ids[told]; id !== undefined; id = ids[told]) {
        told++;
        tell(id);
      }
    },
  };
}
