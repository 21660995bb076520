/** The JSON tree of @eslint/json, as far as the rules read it. Source: its documentation, `@humanwhocodes/momoa`. */

export interface JsonPlace {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

interface Located {
  readonly loc: { readonly start: JsonPlace; readonly end: JsonPlace };
}

export interface JsonObject extends Located {
  readonly type: "Object";
  readonly members: readonly JsonMember[];
}

export interface JsonArray extends Located {
  readonly type: "Array";
  readonly elements: readonly { readonly value: JsonValue }[];
}

export interface JsonText extends Located {
  readonly type: "String";
  readonly value: string;
}

interface JsonScalar extends Located {
  readonly type: "Boolean" | "Number";
  readonly value: boolean | number;
}

interface JsonNothing extends Located {
  readonly type: "Null" | "Identifier" | "NaN" | "Infinity";
}

export type JsonValue = JsonObject | JsonArray | JsonText | JsonScalar | JsonNothing;

/** The name of a member is a text; in JSON5 it may also be a bare word. */
export interface JsonMember extends Located {
  readonly name: JsonText | (Located & { readonly type: "Identifier"; readonly name: string });
  readonly value: JsonValue;
}

export interface JsonDocument extends Located {
  readonly type: "Document";
  readonly body: JsonValue;
}

/** Whether the root of a tree is that of a JSON file. */
export function isJsonDocument(root: unknown): root is JsonDocument {
  return typeof root === "object" && root !== null && "type" in root && root.type === "Document" && "body" in root;
}

export function nameOf({ name }: JsonMember): string {
  return name.type === "String" ? name.value : name.name;
}

/** The value below the root by the names on the way; of members of one name the last counts, as in `JSON.parse`. */
export function valueAt(document: JsonDocument, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = document.body;
  for (const step of path) value = value?.type === "Object" ? value.members.findLast((member) => nameOf(member) === step)?.value : undefined;
  return value;
}

/** What a program gets when it parses the value. */
export function plainValue(value: JsonValue): unknown {
  switch (value.type) {
    case "Object":
      return Object.fromEntries(value.members.map((member) => [nameOf(member), plainValue(member.value)]));
    case "Array":
      return value.elements.map((element) => plainValue(element.value));
    case "String":
    case "Boolean":
    case "Number":
      return value.value;
    default:
      return null;
  }
}
