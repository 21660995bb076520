import type { CallFacts } from "../calls.ts";
import type { Entry } from "../entry.ts";
import { compileAndroid, type AndroidModel } from "./android.ts";
import { compileDevTools, type DevToolsModel } from "./devtools.ts";

/** The two observed checkers over one list. */
export interface Clients {
  readonly android: AndroidModel;
  readonly devtools: DevToolsModel;
}

/** A list is only ever asked about by calls of one kind of matching: sockets have a list of their own. */
export function compileClients(entries: readonly Entry[], matching: CallFacts["matching"]): Clients {
  const isSocket = matching === "socket";
  return {
    android: compileAndroid(entries, { skipPort: isSocket }),
    devtools: compileDevTools(entries, { socket: isSocket }),
  };
}
