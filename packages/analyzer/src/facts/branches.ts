import type { Draft } from "./builder.ts";
import { add, any, intern } from "./builder.ts";
import { Environment } from "./environment.ts";
import type { BindingId, NodeId, PathCondition } from "./language.ts";
import { childrenOf } from "./lower-assignment.ts";

/** More subjects than these in one test are not refined. */
const MAX_SUBJECTS = 6;
const MAX_DEPTH = 6;

/** More guards than these on one value leave it as wide as it is. */
const MAX_GUARDS = 3;

function guardsOn(draft: Draft, id: NodeId): number {
  const node = draft.nodes[id];
  return node?.kind === "refine" ? 1 + guardsOn(draft, node.of) : 0;
}

/** The values that a test asks about: variables, parameters and members in it. */
function subjectsOf(draft: Draft, test: NodeId): readonly NodeId[] {
  const subjects = new Set<NodeId>();
  const walk = (id: NodeId, depth: number): void => {
    const node = draft.nodes[id];
    if (node === undefined || depth > MAX_DEPTH || subjects.size >= MAX_SUBJECTS) return;
    if (node.kind === "member") {
      // The member is the subject, not the object that it is read from (`url` of `url.startsWith`: the call's receiver).
      const parent = draft.nodes[test];
      if (!(parent?.kind === "call" && parent.callee === id)) subjects.add(id);
    }
    if (node.kind === "parameter" || node.kind === "variable" || node.kind === "captured" || node.kind === "default" || node.kind === "any" || node.kind === "choice" || node.kind === "refine" || node.kind === "logic") {
      if (id !== test || node.kind !== "logic") subjects.add(id);
    }
    if (node.kind === "call") {
      // `path = pick(); path.startsWith("http")`: what the call gave is asked about.
      if (id !== test && draft.environment.isHeld(id)) subjects.add(id);
      const callee = draft.nodes[node.callee];
      if (callee?.kind === "member") walk(callee.of, depth + 1);
      for (const argument of node.arguments) walk(argument.value, depth + 1);
      return;
    }
    if (node.kind === "refine" || node.kind === "choice" || node.kind === "any" || node.kind === "default") return;
    for (const child of childrenOf(node)) walk(child, depth + 1);
  };
  walk(test, 0);
  return [...subjects];
}

function refineBy(draft: Draft, environment: Environment, test: NodeId, subjects: readonly NodeId[], sense: boolean): void {
  for (const subject of subjects) {
    if (guardsOn(draft, subject) >= MAX_GUARDS) continue;
    const key = `refine ${String(subject)} ${String(test)} ${String(sense)}`;
    environment.refine(subject, intern(draft, key, { kind: "refine", of: subject, test, sense }));
  }
}

/** Conditions of a path that are kept, the innermost ones: each call has its own list of them. */
const MAX_PATH = 256;

function onward(path: readonly PathCondition[], condition: PathCondition): readonly PathCondition[] {
  return [...path.slice(1 - MAX_PATH), condition];
}

/** Lowers something that is evaluated only where `test` came out as `sense`. */
export function underTest<T>(draft: Draft, test: NodeId, sense: boolean, lower: () => T): T {
  const { environment, path } = draft;
  const inner = new Environment(environment);
  refineBy(draft, inner, test, subjectsOf(draft, test), sense);
  draft.environment = inner;
  draft.path = onward(path, { test, sense });
  const result = lower();
  draft.environment = environment;
  draft.path = path;
  // An assignment inside an expression (`a && (b = c)`) may have happened.
  for (const [binding, value] of inner.changes) joinInto(draft, binding, [value, valueNow(draft, binding)]);
  return result;
}

function valueNow(draft: Draft, binding: BindingId): NodeId | null {
  return draft.environment.valueOf(binding) ?? null;
}

function joinInto(draft: Draft, binding: BindingId, values: readonly (NodeId | null)[]): void {
  const known = values.filter((value) => value !== null);
  if (known.length === values.length) draft.environment.assign(binding, any(draft, known));
  else draft.environment.forget(binding);
}

/** `if (test) yes else no`, with what each side changed joined behind it. */
export function branch(draft: Draft, test: NodeId, yes: () => void, no: () => void): void {
  const { environment, path } = draft;
  const subjects = subjectsOf(draft, test);
  const run = (sense: boolean, lower: () => void): Environment => {
    const inner = new Environment(environment);
    refineBy(draft, inner, test, subjects, sense);
    draft.environment = inner;
    draft.path = onward(path, { test, sense });
    lower();
    draft.environment = environment;
    draft.path = path;
    return inner;
  };
  const whenTrue = run(true, yes);
  const whenFalse = run(false, no);
  if (whenTrue.ended && whenFalse.ended) {
    environment.ended = true;
    return;
  }
  if (whenTrue.ended || whenFalse.ended) {
    const going = whenTrue.ended ? whenFalse : whenTrue;
    for (const [binding, value] of going.changes) {
      if (value === null) environment.forget(binding);
      else environment.assign(binding, value);
    }
    refineBy(draft, environment, test, subjects, !whenTrue.ended);
    draft.path = onward(path, { test, sense: !whenTrue.ended });
    return;
  }
  for (const binding of new Set([...whenTrue.changes.keys(), ...whenFalse.changes.keys()])) {
    const a = whenTrue.valueOf(binding);
    const b = whenFalse.valueOf(binding);
    // Where a side leaves the value alone, what the test says of it holds behind it as well.
    if (a === undefined || b === undefined) environment.forget(binding);
    else environment.assign(binding, add(draft, { kind: "choice", test, yes: whenTrue.refined(a), no: whenFalse.refined(b) }));
  }
}

/** Paths that run one or the other for reasons that no test shows (`try`, a loop's body). */
export function eitherOr(draft: Draft, runs: readonly (() => void)[]): void {
  const { environment, path } = draft;
  const ends: Environment[] = [];
  for (const lower of runs) {
    const inner = new Environment(environment);
    draft.environment = inner;
    lower();
    draft.environment = environment;
    draft.path = path;
    if (!inner.ended) ends.push(inner);
  }
  if (ends.length === 0) {
    environment.ended = true;
    return;
  }
  for (const binding of new Set(ends.flatMap((end) => [...end.changes.keys()]))) {
    joinInto(draft, binding, ends.map((end) => end.valueOf(binding) ?? null));
  }
}
