import { PLATFORM_NAMES, vueName, type VueVersion } from "./target-platform.ts";

/** `undefined`: can't be known from the text alone. */
export type Truth = boolean | undefined;

const TOKEN = /\s*(?:(\|\||&&|!(?!=)|[()])|([<>]=?|[!=]==?)|%?([A-Za-z_][\w-]*)%?|(\d+(?:\.\d+)*))/y;

/**
 * Whether a condition such as `H5 || MP-WEIXIN`, `%MP%` or `MP && uniVersion > 3.9` holds for a platform. A comparison, an unknown name and a
 * text that is no condition are `undefined`.
 */
export function evaluateCondition(text: string, vue?: VueVersion, platform: ReadonlyMap<string, boolean> = PLATFORM_NAMES): Truth {
  const tokens = tokenize(text);
  if (tokens === undefined) return undefined;
  let at = 0;
  const faults: number[] = [];

  const or = (): Truth => {
    let result = and();
    while (tokens[at] === "||") {
      at++;
      result = either(result, and());
    }
    return result;
  };
  const and = (): Truth => {
    let result = comparison();
    while (tokens[at] === "&&") {
      at++;
      result = both(result, comparison());
    }
    return result;
  };
  const comparison = (): Truth => {
    const left = operand();
    const operator = tokens[at];
    if (operator === undefined || !/^[<>!=]=?=?$/.test(operator) || operator === "!") return left;
    at++;
    operand();
    return undefined;
  };
  const operand = (): Truth => {
    const token = tokens[at++];
    if (token === "!") return not(operand());
    if (token === "(") {
      const inner = or();
      if (tokens[at++] !== ")") faults.push(at);
      return inner;
    }
    if (token === undefined || !/^[\w-]/.test(token)) faults.push(at);
    return token === undefined ? undefined : (platform.get(token) ?? vueName(token, vue));
  };

  const result = or();
  return faults.length > 0 || at < tokens.length ? undefined : result;
}

export function not(value: Truth): Truth {
  return value === undefined ? undefined : !value;
}

export function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

export function either(a: Truth, b: Truth): Truth {
  return not(both(not(a), not(b)));
}

/** More tokens than any person writes: a bound for the recursion above. */
const MAX_TOKENS = 200;

function tokenize(text: string): string[] | undefined {
  const tokens: string[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (match === null || tokens.length === MAX_TOKENS) return undefined;
    tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? "");
  }
  return tokens;
}
