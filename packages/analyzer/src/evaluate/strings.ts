import { BOUNDS, isOver } from "../bounds.ts";
import { originOf } from "../values/origin.ts";
import type { Part, Pattern, Place } from "../values/pattern.ts";
import { MAX_TEXT, concatenate, holePattern, knownPrefix, knownText } from "../values/pattern.ts";
import type { Element, ElementOf, Value } from "../values/value.ts";
import { list, patternOf, primitive, string, text, union, unknown } from "../values/value.ts";
import type { CallArguments } from "./call.ts";
import { booleans } from "./evaluate-node.ts";
import type { Evaluator } from "./evaluator.ts";
import { compileSafely, isPathHead, matches } from "./regex.ts";

/** Methods of strings. What is not known of the text stays a hole; what is known survives. */
export function stringMethod(_ev: Evaluator, receiver: Element, key: string, args: CallArguments): Value {
  const pattern = patternOf(receiver);
  const operation = OPERATIONS.get(key);
  if (operation !== undefined) return operation(pattern, args);
  return receiver.kind === "unknown" ? [receiver] : [unknown("string-operation", args.place)];
}

/** `href`, `origin` and `host` of a `new URL(…)`, which is kept as its text. */
export function urlMember(pattern: Pattern, key: string): Element | undefined {
  if (key === "href") return string(pattern);
  const origin = originOf(pattern);
  if (origin.kind !== "known") return undefined;
  if (key === "origin") return text(origin.origin, origin.from);
  return key === "host" ? text(origin.origin.slice(origin.origin.indexOf("//") + 2), origin.from) : undefined;
}

type Operation = (pattern: Pattern, args: CallArguments) => Value;

/** A map, not an object: the program under analysis may ask for `hasOwnProperty`. */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map(Object.entries<Operation>({
  toString: (pattern: Pattern) => [string(pattern)],
  valueOf: (pattern: Pattern) => [string(pattern)],
  trim: (pattern) => mapEnds(pattern, (value) => value.trim()),
  trimStart: (pattern) => mapEnds(pattern, (value) => value.trimStart()),
  trimEnd: (pattern) => mapEnds(pattern, (value) => value.trimEnd()),
  toLowerCase: (pattern) => [string(mapTexts(pattern, (value) => value.toLowerCase()))],
  toUpperCase: (pattern) => [string(mapTexts(pattern, (value) => value.toUpperCase()))],
  concat: (pattern, args) => {
    let rows: Pattern[] = [pattern];
    for (let index = 0; index < args.count; index++) {
      rows = rows.flatMap((row) => args.at(index).map((element) => concatenate([row, patternOf(element)])));
      if (isOver("product", rows.length, args.place?.file ?? "")) return [...rows.slice(0, BOUNDS.product.limit).map(string), unknown("too-many-values", args.place)];
    }
    return rows.map((row) => string(row));
  },
  replace: (pattern, args) => replaced(pattern, args, false),
  replaceAll: (pattern, args) => replaced(pattern, args, true),
  slice: cutOrHead((value, from, to) => value.slice(from, to)),
  substring: cutOrHead((value, from, to) => value.substring(from, to)),
  substr: cutOrHead((value, from, length) => value.slice(from, length === undefined ? undefined : from + length)),
  charAt: cut(charAt),
  startsWith: (pattern, args) => tested(args, (needle) => startsWith(pattern, needle)),
  endsWith: (pattern, args) => tested(args, (needle) => {
    const whole = knownText(pattern);
    const last = pattern.at(-1);
    if (whole !== undefined) return whole.endsWith(needle);
    if (last?.kind === "text" && last.text.length >= needle.length) return last.text.endsWith(needle);
    return undefined;
  }),
  includes: (pattern, args) => tested(args, (needle) => contains(pattern, needle)),
  indexOf: (pattern, args) => union(args.at(0).map((element) => indexOf(pattern, element))),
  search: (pattern, args) => union(args.at(0).map((element) => {
    const holds = element.kind === "regex" ? matches(element.source, element.flags, pattern) : undefined;
    return holds === undefined ? [unknown("string-operation")] : [primitive(holds ? 0 : -1)];
  })),
  match: (pattern, args) => union(args.at(0).map((element) => {
    const holds = element.kind === "regex" ? matches(element.source, element.flags, pattern) : undefined;
    return holds === false ? [primitive(null)] : holds === true ? [list([])] : [unknown("string-operation", args.place)];
  })),
  split: (pattern, args) => {
    const whole = knownText(pattern);
    const [separator] = args.at(0);
    const by = separator?.kind === "string" ? knownText(separator.pattern) : undefined;
    if (whole === undefined || by === undefined) return [unknown("string-operation", args.place)];
    const parts = whole.split(by, BOUNDS.items.limit + 1);
    if (isOver("items", parts.length, args.place?.file ?? "")) return [unknown("too-many-values", args.place)];
    return [list(parts.map((part) => [text(part, placesOf(pattern))]))];
  },
}));

function placesOf(pattern: Pattern): readonly Place[] {
  const [first] = pattern;
  return first?.kind === "text" ? first.from : [];
}

function mapTexts(pattern: Pattern, change: (text: string) => string): Pattern {
  return pattern.map((part) => (part.kind === "text" ? { ...part, text: change(part.text) } : part));
}

function mapEnds(pattern: Pattern, change: (text: string) => string): Value {
  if (pattern.length === 1) return [string(mapTexts(pattern, change))];
  return [string(pattern)];
}

function charAt(value: string, from: number): string {
  return value.charAt(from);
}

function cut(change: (text: string, from: number, to: number | undefined) => string): Operation {
  return (pattern, args) => {
    const numbers = [0, 1].map((index) => {
      const [only, ...others] = args.count > index ? args.at(index) : [];
      return others.length === 0 && only?.kind === "primitive" && typeof only.value === "number" ? only.value : undefined;
    });
    const [from, to] = numbers;
    const whole = knownText(pattern);
    if (from === undefined || (args.count > 1 && to === undefined)) return [unknown("string-operation", args.place)];
    if (whole !== undefined) return [text(change(whole, from, to), placesOf(pattern))];
    const prefix = knownPrefix(pattern);
    // The head of a pattern may be taken, or cut off, as long as it is known.
    if (from >= 0 && from <= prefix.length && to === undefined && change !== charAt) {
      return [string(concatenate([[{ kind: "text", text: prefix.slice(from), from: placesOf(pattern) }], pattern.slice(1)]))];
    }
    if (from >= 0 && (to ?? from + 1) >= 0 && (to ?? 0) + from < prefix.length) return [text(change(prefix, from, to), placesOf(pattern))];
    return [unknown("string-operation", args.place)];
  };
}

/** Up to a place that nobody knows (`url.slice(0, url.indexOf("#"))`): whoever cuts a URL keeps its beginning. */
function cutOrHead(change: (text: string, from: number, to: number | undefined) => string): Operation {
  const exact = cut(change);
  return (pattern, args) => {
    const [start] = args.count > 1 ? args.at(0) : [];
    const fromStart = start?.kind === "primitive" && start.value === 0 && args.count > 1;
    // `query.slice(0, -1)`: a part of what is not known is cut off.
    const isOpen = (end: Element): boolean => end.kind === "unknown" || (end.kind === "primitive" && Number(end.value) < 0 && pattern.length > 1);
    const prefix = knownPrefix(pattern);
    const head = /^(?:[a-z]+:\/\/[^/?#]+)?[/?#]/i.exec(prefix);
    if (head === null || !fromStart || !args.at(1).some(isOpen)) return exact(pattern, args);
    return [string([{ kind: "text", text: head[0], from: placesOf(pattern) }, { kind: "hole", hole: { cause: "string-operation", at: args.place } }])];
  };
}

function tested(args: CallArguments, test: (needle: string) => boolean | undefined): Value {
  return union(
    args.at(0).map((element) => {
      const needle = element.kind === "string" ? knownText(element.pattern) : undefined;
      const holds = needle === undefined ? undefined : test(needle);
      return booleans(holds !== false, holds !== true);
    }),
  );
}

function startsWith(pattern: Pattern, needle: string): boolean | undefined {
  const prefix = knownPrefix(pattern);
  if (prefix.startsWith(needle)) return true;
  if (knownText(pattern) !== undefined || !needle.startsWith(prefix)) return false;
  return undefined;
}

function contains(pattern: Pattern, needle: string): boolean | undefined {
  if (pattern.some((part) => part.kind === "text" && part.text.includes(needle))) return true;
  if (knownText(pattern) !== undefined) return false;
  // A URL's scheme stands at its head: a known head that can begin none decides.
  if (/^(?:https?:?|wss?:?|:\/\/|(?:https?|wss?):\/\/?)$/.test(needle) && isPathHead(knownPrefix(pattern))) return false;
  return undefined;
}

function indexOf(pattern: Pattern, needleElement: Element): Value {
  const needle = needleElement.kind === "string" ? knownText(needleElement.pattern) : undefined;
  if (needle === undefined) return [unknown("string-operation")];
  const whole = knownText(pattern);
  if (whole !== undefined) return [primitive(whole.indexOf(needle))];
  const prefix = knownPrefix(pattern);
  const at = prefix.indexOf(needle);
  if (at !== -1) return [primitive(at)];
  return contains(pattern, needle) === false ? [primitive(-1)] : [unknown("string-operation")];
}

function replaced(pattern: Pattern, args: CallArguments, all: boolean): Value {
  const searches = args.at(0);
  const replacements = args.at(1);
  return union(
    searches.flatMap((search) =>
      replacements.map((replacement): Value => {
        const by = replacement.kind === "string" ? knownText(replacement.pattern) : undefined;
        if (search.kind === "string") {
          const needle = knownText(search.pattern);
          if (needle === undefined || needle === "") return [unknown("string-operation", args.place)];
          return [string(replaceText(pattern, needle, replacement.kind === "string" ? replacement.pattern : holePattern({ cause: "string-operation", at: args.place }), all))];
        }
        if (search.kind !== "regex" || by === undefined) return [hollow(pattern, args)];
        return [replaceRegex(pattern, search, by, args)];
      }),
    ),
  );
}

/** A replacement that can't be computed leaves the scheme and host alone only if nobody can tell: nothing is known. */
function hollow(pattern: Pattern, args: CallArguments): Element {
  return /^[a-z]+:\/\/[^/?#]+[/?#]/i.test(knownPrefix(pattern)) ? string(pattern) : unknown("string-operation", args.place);
}

function replaceText(pattern: Pattern, needle: string, by: Pattern, all: boolean): Pattern {
  const parts: Pattern[] = [];
  let done = false;
  for (const part of pattern) {
    if (part.kind === "hole" || (done && !all) || !part.text.includes(needle)) {
      parts.push([part]);
      continue;
    }
    done = true;
    const pieces = all ? part.text.split(needle) : splitOnce(part.text, needle);
    pieces.forEach((piece, index) => {
      if (index > 0) parts.push(by);
      if (piece !== "") parts.push([{ kind: "text", text: piece, from: part.from }]);
    });
  }
  return concatenate(parts);
}

function splitOnce(value: string, needle: string): string[] {
  const at = value.indexOf(needle);
  return [value.slice(0, at), value.slice(at + needle.length)];
}

function replaceRegex(pattern: Pattern, search: ElementOf<"regex">, by: string, args: CallArguments): Element {
  const regex = compileSafely(search.source, search.flags, Math.max(0, ...pattern.map((part) => (part.kind === "text" ? part.text.length : 0))));
  if (regex === undefined) return hollow(pattern, args);
  const global = search.flags.includes("g") ? new RegExp(regex.source, `${regex.flags}g`) : regex;
  const isHead = search.source.startsWith("^");
  const isTail = search.source.endsWith("$");
  const changed = pattern.map((part, index): Part => {
    if (part.kind === "hole") return part;
    if ((isHead && index > 0) || (isTail && index < pattern.length - 1)) return part;
    return { ...part, text: part.text.replace(global, by) };
  });
  // A text that doubles with each replacement soon fills the memory.
  if (changed.some((part) => part.kind === "text" && part.text.length > MAX_TEXT)) return hollow(pattern, args);
  return string(concatenate([changed]));
}

export function regexMethod(receiver: ElementOf<"regex">, key: string, args: CallArguments): Value {
  if (key !== "test" && key !== "exec") return [unknown("string-operation", args.place)];
  return union(
    args.at(0).map((element): Value => {
      if (element.kind === "primitive" && (element.value === undefined || element.value === null)) return booleans(false, true);
      const isText = element.kind === "string";
      const holds = isText ? matches(receiver.source, receiver.flags, element.pattern) : undefined;
      if (key === "test") return booleans(holds !== false, holds !== true);
      return holds === false ? [primitive(null)] : holds === true ? [list([])] : [unknown("string-operation", args.place)];
    }),
  );
}
