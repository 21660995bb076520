import type { Element, Value } from "../values/value.ts";
import { knownText } from "../values/pattern.ts";

/** What a test can come out as. */
export interface Truth {
  readonly mayHold: boolean;
  readonly mayFail: boolean;
}

const BOTH: Truth = { mayHold: true, mayFail: true };

export function truthOf(value: Value): Truth {
  // A test without any value belongs to a path that the evaluation could not finish: nothing is excluded by it.
  if (value.length === 0) return BOTH;
  let mayHold = false;
  let mayFail = false;
  for (const element of value) {
    const one = truthOfElement(element);
    mayHold ||= one.mayHold;
    mayFail ||= one.mayFail;
  }
  return { mayHold, mayFail };
}

function truthOfElement(element: Element): Truth {
  switch (element.kind) {
    case "string": {
      const text = knownText(element.pattern);
      if (text !== undefined) return definite(text !== "");
      return element.pattern.some((part) => part.kind === "text" && part.text !== "") ? definite(true) : BOTH;
    }
    case "primitive":
      return definite(Boolean(element.value));
    case "unknown":
    case "parameter":
      return BOTH;
    case "builtin":
      // `typeof wx !== "undefined"`-like tests hold; a package's member may be missing.
      return BOTH;
    default:
      return definite(true);
  }
}

function definite(holds: boolean): Truth {
  return { mayHold: holds, mayFail: !holds };
}
