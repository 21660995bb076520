/** A place in a text, both 1-based, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const TOKEN = /[ \t\n\r]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)))/y;

type Expected = "value" | "value-or-close" | "key" | "key-or-close" | "colon" | "comma-or-close" | "end";

/** What may follow a finished value, given what is open around it. */
function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? "end" : "comma-or-close";
}

/**
 * The offset at which a text stops being JSON. The messages of `JSON.parse` name it in each engine differently, or not at
 * all, so this walks the tokens itself; only called once the parser has refused the text.
 */
export function jsonFaultOffset(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let offset = 0;
  for (;;) {
    TOKEN.lastIndex = offset;
    const match = TOKEN.exec(text);
    const start = offset + (/^[ \t\n\r]*/.exec(text.slice(offset))?.[0].length ?? 0);
    if (match === null) return start;
    const token = match[1] ?? (match[2] === undefined ? "scalar" : "string");
    const next = step(token, expected, open);
    if (next === undefined) return start;
    expected = next;
    offset = TOKEN.lastIndex;
  }
}

/** Advances over one token, keeping the stack of open brackets; undefined: the token can't stand here. */
function step(token: string, expected: Expected, open: string[]): Expected | undefined {
  const mayBeValue = expected === "value" || expected === "value-or-close";
  const mayBeKey = expected === "key" || expected === "key-or-close";
  const inObject = open.at(-1) === "{";
  switch (token) {
    case "{":
    case "[":
      if (!mayBeValue) return undefined;
      open.push(token);
      return token === "{" ? "key-or-close" : "value-or-close";
    case "}":
    case "]": {
      const mayClose = expected === "comma-or-close" || expected === (inObject ? "key-or-close" : "value-or-close");
      if (!mayClose || inObject !== (token === "}")) return undefined;
      open.pop();
      return afterValue(open);
    }
    case ":":
      return expected === "colon" ? "value" : undefined;
    case ",":
      if (expected !== "comma-or-close") return undefined;
      return inObject ? "key" : "value";
    case "string":
      if (mayBeKey) return "colon";
      return mayBeValue ? afterValue(open) : undefined;
    default:
      return mayBeValue ? afterValue(open) : undefined;
  }
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  return { line: before.split("\n").length, column: offset - lineStart + 1 };
}
