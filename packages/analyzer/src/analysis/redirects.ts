import type { Evaluator } from "../evaluate/evaluator.ts";
import { SITE_STEPS } from "../bounds.ts";
import type { Node, NodeId, Span } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import { formatPattern, type Part, type Pattern } from "../values/pattern.ts";
import { string, union, type Value } from "../values/value.ts";

/** Where WeChat sends a person back to after the authorization page. */
export interface Redirect {
  /** The literal with `redirect_uri=`, or the value of the member or parameter of that name. */
  readonly span: Span;
  /** Decoded. */
  readonly value: Value;
  /** Addresses that stand in the query as they are. */
  readonly raw: readonly string[];
}

/** Source: J, web authorization; the QR code page of the open platform takes the same parameter. */
const AUTHORIZE = /open\.weixin\.qq\.com\/connect\/(?:oauth2\/authorize|qrconnect)/;
const PARAMETER = "redirect_uri";

/** The redirects of a module that names the authorization page: in a URL that is put together, or handed to what makes a query. */
export function redirectsOf(ev: Evaluator, module: Module): readonly Redirect[] {
  const { nodes } = module.facts;
  if (!nodes.some((node) => node.kind === "text" && AUTHORIZE.test(node.value))) return [];
  return [...inTexts(ev, module), ...inQueries(ev, module)];
}

function inTexts(ev: Evaluator, module: Module): Redirect[] {
  const { nodes } = module.facts;
  const wholes = outermostConcats(nodes);
  return nodes.flatMap((node, id): Redirect[] => {
    if (node.kind !== "text" || !node.value.includes(`${PARAMETER}=`)) return [];
    const whole = wholes.get(id) ?? id;
    const value = valueAt(ev, module, whole);
    const sent = value.flatMap((element) => (element.kind === "string" ? (parameterIn(element.pattern) ?? []) : []));
    if (sent.length === 0) return [];
    const raw = [...sent.flatMap((one) => one.raw ?? []), ...rawPageAddress(ev, module, whole, id)];
    return [{ span: { start: node.at, end: node.at + node.value.length }, value: union([sent.map(({ decoded }) => string(decoded))]), raw }];
  });
}

/** `"…&redirect_uri=" + location.href`: the page's own address, which nobody has encoded: what a function makes of it is a text. */
function rawPageAddress(ev: Evaluator, module: Module, whole: NodeId, id: NodeId): string[] {
  const text = module.facts.nodes[id];
  if (text?.kind !== "text" || !text.value.endsWith(`${PARAMETER}=`)) return [];
  const next = partAfter(module.facts.nodes, whole, id);
  const value = next === undefined ? [] : valueAt(ev, module, next);
  return value.some((element) => element.kind === "unknown" && element.detail === "location") ? ["location.href"] : [];
}

/** What follows a piece in the text that it is a piece of. */
function partAfter(nodes: readonly Node[], whole: NodeId, id: NodeId): NodeId | undefined {
  const pieces: NodeId[] = [];
  const open = [whole];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const node = nodes[at];
    if (node?.kind === "concat") open.push(...node.parts.toReversed());
    else pieces.push(at);
  }
  return pieces[pieces.indexOf(id) + 1];
}

function valueAt(ev: Evaluator, module: Module, node: NodeId): Value {
  const frame = ev.frames.open(module, module.facts.owners[node] ?? 0);
  return ev.ask(() => ev.value(module, node, frame), SITE_STEPS).answer;
}

/** By node: the whole text that it is a piece of. */
function outermostConcats(nodes: readonly Node[]): ReadonlyMap<NodeId, NodeId> {
  const wholes = new Map<NodeId, NodeId>();
  // A part has a smaller number than what it is a part of.
  for (let id = nodes.length - 1; id >= 0; id--) {
    const node = nodes[id];
    if (node?.kind === "concat") for (const part of node.parts) wholes.set(part, wholes.get(id) ?? id);
  }
  return wholes;
}

interface Sent {
  readonly decoded: Pattern;
  readonly raw: string | undefined;
}

/** The parameter in a URL of the authorization page. */
function parameterIn(pattern: Pattern): Sent | undefined {
  if (!AUTHORIZE.test(formatPattern(pattern))) return undefined;
  const parts: Part[] = [];
  let isInside = false;
  for (const part of pattern) {
    if (part.kind === "hole") {
      if (isInside) parts.push(part);
      continue;
    }
    const start = isInside ? 0 : part.text.search(new RegExp(`[?&\\s]${PARAMETER}=`));
    if (start < 0) continue;
    const rest = isInside ? part.text : part.text.slice(part.text.indexOf("=", start) + 1);
    const end = rest.search(/[&#]/);
    isInside = true;
    if (rest !== "" && end !== 0) parts.push({ ...part, text: end < 0 ? rest : rest.slice(0, end) });
    if (end >= 0) break;
  }
  if (!isInside || parts.length === 0) return undefined;
  const [first] = parts;
  const raw = first?.kind === "text" && /^[a-z]+:\/\//i.test(first.text) ? formatPattern(parts) : undefined;
  return { decoded: parts.map((part) => (part.kind === "text" ? { ...part, text: decoded(part.text) } : part)), raw };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An escape that a hole cuts, or none: as it is written.
    return text;
  }
}

/** `new URLSearchParams({ redirect_uri })`, `qs.stringify({ redirect_uri })`, `params.set("redirect_uri", …)`: whoever makes the query encodes. */
function inQueries(ev: Evaluator, module: Module): Redirect[] {
  const found: Redirect[] = [];
  const add = (node: NodeId, span: Span): void => {
    const value = valueAt(ev, module, node).filter((element) => element.kind === "string");
    if (value.length > 0) found.push({ span: { start: span.start, end: span.end }, value, raw: [] });
  };
  for (const node of module.facts.nodes) {
    if (node.kind === "object") {
      for (const property of node.properties) if (property.key === PARAMETER) add(property.value, property);
    } else if (node.kind === "call" && !node.isNew) {
      const [name, value] = node.arguments;
      const method = methodName(module, node.callee);
      const key = name === undefined ? undefined : module.facts.nodes[name.value];
      if (value !== undefined && (method === "set" || method === "append") && key?.kind === "text" && key.value === PARAMETER) add(value.value, value);
    }
  }
  return found;
}

function methodName(module: Module, callee: NodeId): string | undefined {
  const node = module.facts.nodes[callee];
  const key = node?.kind === "member" ? module.facts.nodes[node.key] : undefined;
  return key?.kind === "text" ? key.value : undefined;
}
