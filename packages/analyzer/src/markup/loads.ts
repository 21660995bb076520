import { loadingElement } from "../models/loading-elements.ts";
import type { LoadingElement } from "../models/loading-elements.ts";
import { removeDeadRegions } from "../source/conditional-compilation.ts";
import { blank, type Span } from "../source/blank.ts";
import { sfcBlocks } from "../source/sfc-blocks.ts";
import { attributeNamed, codeOf, type Dialect } from "./expression.ts";
import type { MarkupAttribute, MarkupDocument, MarkupElement } from "./tree.ts";
import { parseMarkup } from "./parse.ts";

/** An attribute that loads what it names, with the names that elements around it bind. */
export interface MarkupLoad {
  readonly element: LoadingElement & { readonly name: string };
  readonly span: Span;
  readonly attribute: MarkupAttribute;
  /** From the outermost to the innermost. */
  readonly bindings: readonly LocalBinding[];
  /** What has to hold for the element to be there at all (`wx:if`), without what earlier elements have taken. */
  readonly condition: Code | undefined;
}

/** An expression with its place in the file. */
export interface Code {
  readonly code: string;
  readonly start: number;
}

/** Names that an element binds for what it holds. */
export interface LocalBinding {
  /** `all`: whoever uses a template hands in all that it reads. */
  readonly names: readonly string[] | "all";
  /** The list whose items the first name stands for; undefined: nobody here can tell what the names are. */
  readonly list: Code | undefined;
}

/** A file that is markup, whole or in part; undefined: it is none. */
export function markupOf(path: string, text: string): { readonly dialect: Dialect; readonly document: MarkupDocument } | undefined {
  if (path.endsWith(".wxml")) return { dialect: "mustache", document: parseMarkup(text) };
  const isVue = path.endsWith(".vue");
  if (!isVue && !/\.(?:mpx|wpy)$/.test(path)) return undefined;
  const live = removeDeadRegions(text);
  const template = [...sfcBlocks(live)].find(({ name, attributes }) => name === "template" && (attributes.get("lang") ?? "html") !== "pug");
  if (template === undefined) return undefined;
  const outside = [{ start: 0, end: template.start }, { start: template.end, end: live.length }];
  return { dialect: isVue ? "vue" : "mustache", document: parseMarkup(blank(live, outside)) };
}

/** The loading attributes of a document, in order. */
export function loadsOf(document: MarkupDocument, dialect: Dialect): MarkupLoad[] {
  const found: MarkupLoad[] = [];
  const queue = document.children.map((node) => ({ node, bindings: NO_BINDINGS }));
  for (const { node, bindings: outer } of queue) {
    if (node.type !== "Element") continue;
    const own = bindingsOf(node, dialect);
    const bindings = own.length === 0 ? outer : [...outer, ...own];
    const element = loadingElement(node.name);
    for (const name of element?.attributes ?? []) {
      const attribute = attributeNamed(node.attributes, name, dialect);
      if (element !== undefined && attribute !== undefined) found.push({ element, span: node, attribute, bindings, condition: conditionOf(node, dialect) });
    }
    queue.push(...node.children.map((child) => ({ node: child, bindings })));
  }
  return found.sort((a, b) => a.attribute.start - b.attribute.start);
}

const CONDITIONS: Readonly<Record<Dialect, readonly string[]>> = { mustache: ["wx:if", "wx:elif"], vue: ["v-if", "v-else-if"] };

function conditionOf({ attributes }: MarkupElement, dialect: Dialect): Code | undefined {
  const attribute = attributes.find(({ name }) => CONDITIONS[dialect].includes(name));
  const code = attribute === undefined ? undefined : codeOf(attribute);
  return code?.kind === "code" ? code : undefined;
}

const NO_BINDINGS: readonly LocalBinding[] = [];

function bindingsOf({ name, attributes }: MarkupElement, dialect: Dialect): LocalBinding[] {
  const value = (attribute: string): (Span & { readonly text: string }) | undefined => attributes.find((one) => one.name === attribute)?.value;
  if (dialect === "vue") {
    const loop = value("v-for");
    const slots = attributes.filter((one) => /^(?:v-slot|slot-scope|#)/.test(one.name)).map((one) => ({ names: wordsIn(one.value?.text ?? ""), list: undefined }));
    return [...(loop === undefined ? [] : [vueLoop(loop)]), ...slots];
  }
  if (name === "template" && value("name") !== undefined) return [{ names: "all", list: undefined }];
  const list = value("wx:for") ?? value("wx:for-items");
  if (list === undefined) return [];
  const code = /^\s*\{\{([^]*)\}\}\s*$/.exec(list.text)?.[1];
  const names = [value("wx:for-item")?.text ?? "item", value("wx:for-index")?.text ?? "index"];
  return [{ names, list: code === undefined ? undefined : { code, start: list.start + list.text.indexOf("{{") + 2 } }];
}

/** `item in list`, `(item, index) of list`. */
function vueLoop({ text, start }: Span & { readonly text: string }): LocalBinding {
  const between = /\s(?:in|of)\s/.exec(text);
  const names = text.slice(0, between?.index).trim();
  const list = between === null ? "" : text.slice(between.index + between[0].length).trimStart();
  if (list === "") return { names: [], list: undefined };
  const isPlain = /^\(?\s*[\w$]+\s*(?:,[\w$,\s]*)?\)?$/.test(names);
  return { names: wordsIn(names), list: isPlain ? { code: list, start: start + text.length - list.length } : undefined };
}

function wordsIn(text: string): string[] {
  return text.match(/[\w$]+/g) ?? [];
}
