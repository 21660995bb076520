import { childrenOf } from "../facts/lower-assignment.ts";
import type { Call, NodeId } from "../facts/language.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import { truthOf } from "../evaluate/truth.ts";
import type { Thunk } from "../values/value.ts";
import type { Module } from "./module.ts";

/** What a build puts values in the place of: `process.env.X`, `import.meta.env.X`. */
const BUILD_OBJECTS: ReadonlySet<string> = new Set(["process", "import.meta"]);

/** Tests are looked at this far for what they ask about. */
const MAX_NODES = 40;

/**
 * Whether a build for WeChat holds a call: not where a test on what the build sets (`process.env.TARO_ENV === "h5"`) has failed on the way to
 * it. A test on anything else excludes nothing: what it asks about may be changed by whoever edits the program next.
 */
export function isBuilt(ev: Evaluator, { module, frame }: Thunk, { path }: Call): boolean {
  return path.every(({ test, sense }) => {
    if (!isAboutBuild(module, test)) return true;
    const truth = truthOf(ev.test(module, test, frame));
    return sense ? truth.mayHold : truth.mayFail;
  });
}

const answers = new WeakMap<Module, Map<NodeId, boolean>>();

/** One test may be on the way to thousands of calls. */
function isAboutBuild(module: Module, test: NodeId): boolean {
  let ofModule = answers.get(module);
  if (ofModule === undefined) answers.set(module, (ofModule = new Map<NodeId, boolean>()));
  let answer = ofModule.get(test);
  if (answer === undefined) ofModule.set(test, (answer = asksBuild(module, test)));
  return answer;
}

/** Whether a test reads `process.env` or `import.meta.env`, itself or by a variable. */
function asksBuild(module: Module, test: NodeId): boolean {
  const { nodes, bindings } = module.facts;
  const seen = new Set([test]);
  for (const id of seen) {
    if (seen.size > MAX_NODES) return false;
    const node = nodes[id];
    if (node === undefined) continue;
    if (node.kind === "global" && BUILD_OBJECTS.has(node.name)) return true;
    for (const child of node.kind === "variable" ? (bindings[node.binding]?.definitions ?? []) : childrenOf(node)) seen.add(child);
  }
  return false;
}
