import { TARGET_STEPS, isOver } from "../bounds.ts";
import type { Assignment, NodeId } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Element, Thunk, Value } from "../values/value.ts";
import { NOTHING, UNDEFINED, union, unknown } from "../values/value.ts";
import { expand } from "../program/expand.ts";
import { callbacksOnly } from "./callbacks.ts";
import { elementHandedIn } from "./evaluate-node.ts";
import type { Evaluator } from "./evaluator.ts";
import type { Host } from "./host.ts";
import type { Frame } from "./frame.ts";
import { frameAround, identitiesOf } from "./identity.ts";
import { keysOf, getMember } from "./member.ts";

/** Assignments to members of objects, wherever they stand: found by the object's identity and the member's name. */
export interface Heap {
  /** What anybody assigns to a member. `self`: the instance that is read from, so that its own constructor counts. */
  assigned(ev: Evaluator, identity: string, key: string, self?: Element): Value;
  /** Whether every member is replaced by what a loop over all of them makes of it. */
  isRewritten(ev: Evaluator, identity: string): boolean;
  /** Whether a module that doesn't count assigns to a member that was asked for, of an object that is written in another module. */
  isTouchedBy(ev: Evaluator, module: Module): boolean;
  /** How many members were asked for. */
  readonly asked: number;
  /** A new file is looked at: what bounds the work of one begins anew. */
  begin(): void;
  /** Look-ups under way were given up. */
  interrupted(): void;
  /** Forgets which objects are assigned to: they may be told better now. */
  forget(): void;
}

interface Assigned {
  readonly module: Module;
  readonly assignment: Assignment;
  /** The targets that it was found for, in that frame. */
  readonly target: Element;
  readonly frame: Frame;
  /** Callers decide which object it is, and with it what is assigned. */
  readonly isHandedIn: boolean;
}

/** Assignments by the identities of their targets. */
type Targets = ReadonlyMap<string, readonly Assigned[]>;

/** Targets in the modules that were asked, and how many these are. */
interface SharedTargets {
  readonly targets: Targets;
  readonly writers: number;
}

const NO_TARGETS: Targets = new Map();

/** A module's assignments by the member's name; those whose name can't be told under null. */
interface AssignmentIndex {
  readonly byKey: ReadonlyMap<string | null, readonly Assignment[]>;
  /** False for a module of which not all assignments are looked at. */
  readonly isWhole: boolean;
}

const indexes = new WeakMap<Module, AssignmentIndex>();

function assignmentsOf(module: Module): AssignmentIndex {
  const known = indexes.get(module);
  if (known !== undefined) return known;
  const byKey = new Map<string | null, Assignment[]>();
  for (const assignment of module.facts.assignments) {
    const key = typeof assignment.key === "string" ? assignment.key : null;
    const list = byKey.get(key);
    if (list === undefined) byKey.set(key, [assignment]);
    else list.push(assignment);
  }
  // A module full of `a[i] = …` is a library at work on numbers: none of it is a URL's member.
  const withoutKey = byKey.get(null) ?? [];
  const copies = withoutKey.filter(({ merge }) => merge);
  const isWhole = !isOver("computed-keys", withoutKey.length - copies.length, module.path);
  if (!isWhole) byKey.set(null, copies);
  const index = { byKey, isWhole };
  indexes.set(module, index);
  return index;
}

/** The objects that an assignment is made to. Their cost is nobody's: the answer is kept for all. */
function targetOf(ev: Evaluator, module: Module, assignment: Assignment, frame: Frame): Pick<Assigned, "isHandedIn"> & { readonly targets: Value } {
  const ask = (question: () => Value): Value => ev.forAll(question, TARGET_STEPS) ?? [unknown("too-deep")];
  const direct = ask(() => ev.value(module, assignment.target, frame));
  if (!direct.some((element) => element.kind === "parameter")) return { targets: direct, isHandedIn: false };
  const called = ask(() => ev.inEveryCall(frame, (at) => ev.value(module, assignment.target, at)));
  // `client.setConfig((config) => { config.base = … })`, seen without the whole program: who calls back is there.
  const isCallback = module.facts.callbacks.has(assignment.function) && called.some((element) => element.kind === "parameter");
  const targets = isCallback ? ask(() => expand(ev, callbacksOnly(ev), frame, (at) => ev.value(module, assignment.target, at), CALLBACK_BOUNDS)) : called;
  return { targets, isHandedIn: true };
}

/** What a target is known by. The classes above one are kept with it, so that they are found like the target. */
function identitiesApart(ev: Evaluator, target: Element): readonly string[] {
  return ev.forAll(() => identitiesOf(ev, target), TARGET_STEPS) ?? [];
}

const CALLBACK_BOUNDS = { levels: 1, leaves: 8 };

/** The number of the module that an object was written in (`r…`: what is kept for such an object, a page's data). */
function authorIn(identity: string): number | undefined {
  const digits = /^[tr]?[ofcinh](-?\d+)/.exec(identity)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** All assignments of one name are resolved to their targets together, when the name is first asked for. */
export function heapOf(host: Host): Heap {
  const byKey = new Map<string | null, SharedTargets>();
  /** The names whose targets are being found. */
  const beingFound = new Set<string | null>();
  const inModules = new Map<Module, Map<string | null, Targets>>();
  /** What is being looked up: an object that is assigned to itself adds nothing. */
  const active = new Set<string>();
  /** Look-ups under way that an inner one came back to. */
  const cutAt = new Set<string>();
  const found = new Map<string, Value>();
  /** How often each copy of an object into another has been read. */
  const copies = new Map<Assignment, number>();
  /** The modules that count, by the names of the members that they assign, as far as they have come in. */
  const writers = new Map<string | null, Module[]>();
  const partlyRead = new Set<number>();
  let modulesRead = 0;
  /** The members that were asked for, by the object's identity, and the names of all of them. */
  const askedMembers = new Map<string, Set<string>>();
  const askedNames = new Set<string>();
  let asked = 0;
  const authors = new Map<string, number | undefined>();

  function authorOf(identity: string): number | undefined {
    const known = authors.get(identity);
    if (known !== undefined || authors.has(identity)) return known;
    const author = authorIn(identity);
    authors.set(identity, author);
    return author;
  }

  /** Modules come in while targets are found; they stand behind the others. */
  function nthWriter(key: string | null, index: number): Module | undefined {
    for (let module = host.modules[modulesRead]; module !== undefined; module = host.modules[++modulesRead]) {
      const own = assignmentsOf(module);
      if (!own.isWhole) partlyRead.add(module.id);
      for (const name of own.byKey.keys()) {
        const all = writers.get(name);
        if (all === undefined) writers.set(name, [module]);
        else all.push(module);
      }
    }
    return writers.get(key)?.[index];
  }

  function targetsIn(ev: Evaluator, module: Module, key: string | null): Targets {
    const assignments = assignmentsOf(module).byKey.get(key);
    if (assignments === undefined) return NO_TARGETS;
    let ofModule = inModules.get(module);
    if (ofModule === undefined) inModules.set(module, (ofModule = new Map<string | null, Targets>()));
    const known = ofModule.get(key);
    if (known !== undefined) return known;
    // While the targets are being found, nobody is taken to have assigned this name: a target may be read by it.
    ofModule.set(key, NO_TARGETS);
    const targets = new Map<string, Assigned[]>();
    for (const assignment of assignments) {
      const frame = ev.frames.open(module, assignment.function);
      const { targets: objects, isHandedIn } = targetOf(ev, module, assignment, frame);
      for (const target of objects) {
        for (const identity of identitiesApart(ev, target)) {
          const entry = { module, assignment, target, frame, isHandedIn };
          const others = targets.get(identity);
          if (others === undefined) targets.set(identity, [entry]);
          else others.push(entry);
        }
      }
    }
    ofModule.set(key, targets);
    return targets;
  }

  /** The targets of all modules that count, also of those that have come in since the name was asked for first. */
  function targetsOf(ev: Evaluator, key: string | null): Targets {
    let known = byKey.get(key);
    if (known === undefined) byKey.set(key, (known = { targets: NO_TARGETS, writers: 0 }));
    let module = beingFound.has(key) ? undefined : nthWriter(key, known.writers);
    if (module === undefined) return known.targets;
    beingFound.add(key);
    const targets = new Map(known.targets);
    let index = known.writers;
    for (; module !== undefined; module = nthWriter(key, ++index)) {
      for (const [identity, entries] of targetsIn(ev, module, key)) targets.set(identity, [...(targets.get(identity) ?? []), ...entries]);
    }
    beingFound.delete(key);
    byKey.set(key, { targets, writers: index });
    return targets;
  }

  function assignedTo(ev: Evaluator, identity: string, key: string | null, author: Module | undefined): readonly Assigned[] | undefined {
    const shared = targetsOf(ev, key).get(identity);
    const own = author === undefined ? undefined : targetsIn(ev, author, key).get(identity);
    return own === undefined ? shared : [...(shared ?? []), ...own];
  }

  function noteAsked(identity: string, key: string): void {
    let members = askedMembers.get(identity);
    if (members === undefined) askedMembers.set(identity, (members = new Set<string>()));
    if (members.has(key)) return;
    members.add(key);
    askedNames.add(key);
    asked++;
  }

  /** Whether an assignment whose name is computed, or that copies an object, may be to one of some members. */
  function mayAssign(ev: Evaluator, { module, assignment, frame }: Assigned, members: ReadonlySet<string>): boolean {
    if (typeof assignment.key !== "number") return true;
    const keys = keysOf(ev.value(module, assignment.key, frame));
    return keys.unknown || keys.known.length === 0 || keys.known.some((key) => members.has(key));
  }

  function valueOf(ev: Evaluator, entry: Assigned, identity: string, key: string, self: Element | undefined): Value {
    const { module, assignment } = entry;
    const inCalls = (question: (value: Value) => Value): Value =>
      ev.inEveryCall(frameFor(ev, entry, self), (at) => {
        if (entry.isHandedIn && !mayBe(ev, ev.value(module, assignment.target, at), identity)) return NOTHING;
        if (typeof assignment.key === "number") touchHeld(ev, module, assignment.value);
        return question(ev.value(module, assignment.value, at));
      });
    const valueNow = (): Value => inCalls((value) => value);
    if (assignment.merge) {
      const readings = (copies.get(assignment) ?? 0) + 1;
      copies.set(assignment, readings);
      if (isOver("copies", readings, module.path)) return [unknown("budget")];
      // Asked within the question: an object that is spread into another says only then that it is a parameter.
      const members = inCalls((value) => getMember(ev, value.filter(({ kind }) => kind !== "string" && kind !== "primitive"), { known: [key], unknown: false }, undefined));
      return members.filter((element) => element.key !== UNDEFINED.key);
    }
    if (typeof assignment.key !== "number") return valueNow();
    const keyNode = assignment.key;
    // `names.forEach((name) => { api[name] = … })`: the value belongs to one of the names.
    const [own] = framesByElement(ev, entry.frame).map((at) => ({ at, keys: keysOf(ev.value(module, keyNode, at)) })).filter(({ keys }) => keys.known.includes(key));
    if (own !== undefined && !own.keys.unknown && own.keys.known.length === 1) return ev.value(module, assignment.value, own.at);
    const keys = keysOf(ev.inEveryCall(entry.frame, (at) => ev.value(module, keyNode, at)));
    return keys.known.length > 0 && !keys.unknown && !keys.known.includes(key) ? [] : valueNow();
  }

  return {
    get asked() {
      return asked;
    },
    begin() {
      copies.clear();
    },
    isTouchedBy(ev, module) {
      for (const key of assignmentsOf(module).byKey.keys()) {
        if (key !== null && !askedNames.has(key)) continue;
        for (const [identity, entries] of targetsIn(ev, module, key)) {
          const members = authorOf(identity) === module.id ? undefined : askedMembers.get(identity);
          if (members !== undefined && (key === null ? entries.some((entry) => mayAssign(ev, entry, members)) : members.has(key))) return true;
        }
      }
      return false;
    },
    isRewritten(ev, identity) {
      const number = authorOf(identity);
      const author = number === undefined ? undefined : host.moduleBeside(number);
      return assignedTo(ev, identity, null, author)?.some((entry) => isRewriting(ev, entry)) === true;
    },
    interrupted() {
      active.clear();
      cutAt.clear();
      beingFound.clear();
    },
    forget() {
      found.clear();
      byKey.clear();
      inModules.clear();
    },
    assigned(ev, identity, key, self) {
      noteAsked(identity, key);
      const number = authorOf(identity);
      const author = number === undefined ? undefined : host.moduleBeside(number);
      const own = assignedTo(ev, identity, key, author);
      // Nobody fills the platform's objects by computed names.
      const any = identity.startsWith("b") ? undefined : assignedTo(ev, identity, null, author);
      const isPartlyRead = author === undefined ? number !== undefined && partlyRead.has(number) : !assignmentsOf(author).isWhole;
      const more: Value = isPartlyRead ? [unknown("too-many-values")] : [];
      if (own === undefined && any === undefined) return more;
      const name = `${identity} ${key}`;
      if (active.has(name)) {
        cutAt.add(name);
        return [];
      }
      const exact = `${name} ${self?.key ?? ""}`;
      const kept = found.get(exact);
      if (kept !== undefined) return kept;
      if (!ev.spend()) return [unknown("budget")];
      active.add(name);
      const value = union([more, ...[...(own ?? []), ...(any ?? [])].map((entry) => valueOf(ev, entry, identity, key, self))]);
      active.delete(name);
      cutAt.delete(name);
      // What was cut short by an outer look-up, or by an expression that asks for itself, is not the whole answer.
      if (cutAt.size === 0 && !ev.inCycle() && !value.some((element) => element.kind === "unknown" && element.cause === "budget")) found.set(exact, value);
      return value;
    },
  };
}

/** Whether the assignment is made for each member of its target. */
function isRewriting(ev: Evaluator, { module, assignment, frame }: Assigned): boolean {
  if (assignment.rewrites !== "once") return assignment.rewrites === "in-loop";
  return elementHandedIn(ev, module, assignment.function, frame) !== undefined;
}

/** Whether one of the objects that a call hands in may be the one of that identity. */
function mayBe(ev: Evaluator, targets: Value, identity: string): boolean {
  return targets.some((target) => target.kind === "parameter" || target.kind === "unknown" || identitiesOf(ev, target).includes(identity));
}

/** How deep `{ options, resolve }` is looked into. */
const MAX_HELD_DEPTH = 4;

/**
 * `queue.push({ options, resolve })`: the object is one for each caller of the function whose parameters it holds, although it is known before
 * anybody looks into it.
 */
function touchHeld(ev: Evaluator, module: Module, id: NodeId, depth = 0): void {
  const node = module.facts.nodes[id];
  if (node === undefined || depth > MAX_HELD_DEPTH) return;
  if (node.kind === "parameter") {
    if (depth > 0) ev.touch(module, node.function);
  } else if (node.kind === "object") {
    for (const property of node.properties) touchHeld(ev, module, property.value, depth + 1);
  } else if (node.kind === "when" || node.kind === "refine") touchHeld(ev, module, node.of, depth);
  else if (node.kind === "any") for (const one of node.of) touchHeld(ev, module, one, depth + 1);
  else if (node.kind === "member" && depth > 0) touchHeld(ev, module, node.of, depth + 1);
}

/** A callback's frame once for each element that it is handed, as far as they are known. */
function framesByElement(ev: Evaluator, frame: Frame): readonly Frame[] {
  const elements = elementHandedIn(ev, frame.module, frame.function, frame) ?? [];
  return elements.map((element) => ev.frames.make(frame.module, frame.function, frame.parent, { kind: "values", values: [[element]] }, frame.self));
}

/**
 * The frame in which an assignment to `this.x` counts for one instance: the constructor's arguments are those of its
 * own `new`, and another method works on it.
 */
function frameFor(ev: Evaluator, entry: Assigned, self: Element | undefined): Frame {
  if (self?.kind === "client" || self?.kind === "client-method") return frameAround(ev, self, entry.module, entry.assignment.function);
  if (self?.kind !== "instance" || entry.target.kind !== "instance") return entry.frame;
  const { frame } = entry;
  const facts = frame.module.facts.functions[frame.function];
  if (facts?.home?.kind !== "class") return frame;
  const made: Thunk | undefined = self.made;
  const isConstructor = frame.module.facts.classes[facts.home.class]?.constructorFunction === frame.function;
  const isOwn = self.of.module === frame.module && self.of.class === facts.home.class;
  if (isConstructor && isOwn && made !== undefined) {
    return ev.frames.make(frame.module, frame.function, frame.parent, { kind: "call", call: made, skip: 0 }, self);
  }
  return ev.frames.make(frame.module, frame.function, frame.parent, frame.arguments, self);
}
