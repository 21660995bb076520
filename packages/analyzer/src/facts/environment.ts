import type { BindingId, NodeId } from "./language.ts";

/**
 * Which node each binding holds at a point of the program, and what guards say there. A branch works on an overlay
 * of its parent, so that entering one costs nothing and leaving one looks only at what it changed.
 */
export interface Environment {
  valueOf(binding: BindingId): NodeId | undefined;
  refinementOf(node: NodeId): NodeId | undefined;
  assign(binding: BindingId, value: NodeId): void;
  refine(node: NodeId, refined: NodeId): void;
  /** Forgets what is known of a binding: its reads fall back to all of its definitions. */
  forget(binding: BindingId): void;
  readonly changes: ReadonlyMap<BindingId, NodeId | null>;
  /** Set once the path ended (`return`, `throw`, `break`, `continue`). */
  ended: boolean;
}

export function createEnvironment(parent: Environment | undefined): Environment {
  const changes = new Map<BindingId, NodeId | null>();
  const refinements = new Map<NodeId, NodeId>();
  return {
    changes,
    ended: false,
    valueOf(binding) {
      const own = changes.get(binding);
      if (own === undefined) return parent?.valueOf(binding);
      return own ?? undefined;
    },
    refinementOf(node) {
      return refinements.get(node) ?? parent?.refinementOf(node);
    },
    assign(binding, value) {
      changes.set(binding, value);
    },
    refine(node, refined) {
      refinements.set(node, refined);
    },
    forget(binding) {
      changes.set(binding, null);
    },
  };
}
