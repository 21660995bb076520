import type { BindingId, NodeId } from "./language.ts";

/**
 * Which node each binding holds at a point of the program, and what guards say there. A branch works on an overlay
 * of its parent, so that entering one costs next to nothing (most change nothing: their maps are never made) and
 * leaving one looks only at what it changed.
 */
export class Environment {
  /** Set once the path ended (`return`, `throw`, `break`, `continue`). */
  ended = false;
  readonly #parent: Environment | undefined;
  #changes: Map<BindingId, NodeId | null> | undefined;
  #refinements: Map<NodeId, NodeId> | undefined;
  readonly #held: Held;

  constructor(parent: Environment | undefined) {
    this.#parent = parent;
    this.#held = parent === undefined ? { nodes: undefined } : parent.#held;
  }

  /** Whether a variable has held the node: what none has can't be read again. */
  isHeld(node: NodeId): boolean {
    return this.#held.nodes?.has(node) === true;
  }

  valueOf(binding: BindingId): NodeId | undefined {
    const own = this.#changes?.get(binding);
    if (own === undefined) return this.#parent?.valueOf(binding);
    return own ?? undefined;
  }

  /** The node as all guards on the way here leave it: a second guard on one value refines what the first one left. */
  refined(node: NodeId): NodeId {
    const next = this.#refinementOf(node);
    return next === undefined ? node : this.refined(next);
  }

  #refinementOf(node: NodeId): NodeId | undefined {
    const own = this.#refinements?.get(node);
    return own === undefined && this.#parent !== undefined ? this.#parent.#refinementOf(node) : own;
  }

  assign(binding: BindingId, value: NodeId): void {
    (this.#changes ??= new Map<BindingId, NodeId | null>()).set(binding, value);
    (this.#held.nodes ??= new Set<NodeId>()).add(value);
  }

  /** Forgets what is known of a binding: its reads fall back to all of its definitions. */
  forget(binding: BindingId): void {
    (this.#changes ??= new Map<BindingId, NodeId | null>()).set(binding, null);
  }

  refine(node: NodeId, refined: NodeId): void {
    (this.#refinements ??= new Map<NodeId, NodeId>()).set(node, refined);
  }

  /** What was assigned (null: forgotten) since this overlay was laid. */
  get changes(): ReadonlyMap<BindingId, NodeId | null> {
    return this.#changes ?? NO_CHANGES;
  }
}

/** What variables of a function have held: shared by its overlays, and made with the first. */
interface Held {
  nodes: Set<NodeId> | undefined;
}

const NO_CHANGES: ReadonlyMap<BindingId, NodeId | null> = new Map();
