import { invoke } from "../evaluate/call.ts";
import type { CallArguments } from "../evaluate/call.ts";
import { memberOf } from "../evaluate/member.ts";
import type { Value } from "../values/value.ts";
import { record, recordName, union, unknown } from "../values/value.ts";
import type { CallModel, CallModels } from "./call-model.ts";
import { firstArgument } from "./call-model.ts";

/** Ways by which a program of Taro gets at React. `useState` is syntax to the facts: its setter assigns to the state. */
const REACT = ["react#", "react#default.", "react#*.", "preact/hooks#", "nervjs#", "nervjs#default.", "Taro."];

function holder(name: string, member: string, args: CallArguments): Value {
  return [record(recordName(name, args.call), new Map([[member, args.at(0)]]))];
}

const HOOKS: CallModels = {
  useRef: (args) => holder("react ref", "current", args),
  createRef: (args) => holder("react ref", "current", args),
  useCallback: firstArgument,
  memo: firstArgument,
  forwardRef: firstArgument,
  useMemo: (args, ev) => union(args.at(0).map((element) => invoke(ev, element, undefined, []))),
  createContext: (args) => holder("context", "default", args),
  // Whoever provides the context may hand in something else than its default.
  useContext: (args, ev) => [...union(args.at(0).map((element) => memberOf(ev, element, "default", args.place))).filter((element) => element.kind !== "unknown"), unknown("component-property", args.place)],
};

export const REACT_CALLS: CallModels = Object.fromEntries(
  Object.entries(HOOKS).flatMap(([name, model]) => REACT.map((from): [string, CallModel] => [from + name, model])),
);
