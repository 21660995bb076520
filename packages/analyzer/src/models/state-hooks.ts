const STATE_HOOKS: ReadonlySet<string> = new Set(["useState"]);

/** Whether a call of this name gives a state and the function that sets it. Source: react.dev/reference/react/useState; Taro hands out React's. */
export function isStateHook(name: string): boolean {
  return STATE_HOOKS.has(name);
}
