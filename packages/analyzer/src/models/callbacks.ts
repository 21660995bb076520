/** What methods of the language hand to a callback: each element of the receiver, the receiver itself (a promise's value), or nothing. */
const METHODS: Readonly<Record<string, "elements" | "receiver" | "nothing" | undefined>> = {
  forEach: "elements",
  map: "elements",
  filter: "elements",
  find: "elements",
  some: "elements",
  every: "elements",
  flatMap: "elements",
  then: "receiver",
  finally: "nothing",
};

export function calledBack(method: string): "elements" | "receiver" | "nothing" | undefined {
  return Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
}
