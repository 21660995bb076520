import { LIST_NAMES, meantList, parseLists, WxDomainError, type DomainLists, type ListName, type Localized } from "@wx-domain/core";
import { IGNORED_LIST } from "../report/texts.ts";
import { nameOf, plainValue, type JsonDocument, type JsonMember, type JsonText, type JsonValue } from "./document.ts";

/** The lists of a snapshot as they are written. */
export interface WrittenLists {
  readonly lists: DomainLists;
  /** By list: where each entry stands. */
  readonly entries: ReadonlyMap<ListName, readonly JsonText[]>;
  /** What is no list at all: of another shape, or under a name that no list has. */
  readonly misshapen: readonly { readonly node: JsonMember["name"] | JsonValue; readonly text: Localized }[];
}

export function writtenLists({ body }: JsonDocument): WrittenLists {
  const lists: Partial<Record<ListName, readonly string[]>> = {};
  const entries = new Map<ListName, readonly JsonText[]>();
  const misshapen: WrittenLists["misshapen"][number][] = [];
  for (const member of body.type === "Object" ? body.members : []) {
    const name = nameOf(member);
    const text = faultOf(member);
    if (text !== undefined) {
      misshapen.push({ node: isListName(name) ? oddPart(member.value) : member.name, text });
    } else if (isListName(name) && member.value.type === "Array") {
      const texts = member.value.elements.flatMap(({ value }) => (value.type === "String" ? [value] : []));
      entries.set(name, texts);
      lists[name] = texts.map(({ value }) => value);
    }
  }
  return { lists, entries, misshapen };
}

/** What core says about one member on its own. A key that is no list's it ignores, whatever a person meant by it. */
function faultOf(member: JsonMember): Localized | undefined {
  const name = nameOf(member);
  try {
    parseLists({ [name]: plainValue(member.value) });
    const meant = meantList(name);
    return meant === undefined ? undefined : { en: IGNORED_LIST.en(name, meant), "zh-CN": IGNORED_LIST["zh-CN"](name, meant) };
  } catch (error) {
    if (error instanceof WxDomainError) return error.text;
    throw error;
  }
}

function isListName(name: string): name is ListName {
  return LIST_NAMES.some((known) => known === name);
}

/** The first entry that is no text, else the whole value. */
function oddPart(value: JsonValue): JsonValue {
  const odd = value.type === "Array" ? value.elements.find((element) => element.value.type !== "String") : undefined;
  return odd?.value ?? value;
}
