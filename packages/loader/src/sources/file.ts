import { LIST_NAMES } from "@wx-domain/core";
import type { Source } from "../source.ts";
import { savedReply } from "./saved-reply.ts";

/** Lists that somebody else fetched, in the wire form: a file, or a URL that returns them. */
export function fileSource(from: string, appid: string | undefined, cwd: string): Source {
  const reply = savedReply(from, cwd, (fields) => ({ kind: "success", fields }));
  return { label: reply.label, appid, knows: LIST_NAMES, warnings: [], read: (context) => reply.read(context) };
}
