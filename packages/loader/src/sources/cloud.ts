import { DOMAIN_INFO_LISTS } from "../lists/domain-info.ts";
import { isRecord } from "../record.ts";
import type { Source } from "../source.ts";
import { parseReply, replyOf, type Reply } from "../wechat/reply.ts";
import { savedReply } from "./saved-reply.ts";

/**
 * The answer of a cloud function that calls `cloud.openapi.operation.getDomainInfo`: from its HTTP address, or from a file
 * with what a tool printed. The function needs no token and no address on an allow list, and so does this source.
 */
export function cloudSource(from: string, appid: string | undefined, cwd: string): Source {
  const reply = savedReply(from, cwd, returnedByFunction);
  return { label: reply.label, appid, knows: DOMAIN_INFO_LISTS, warnings: [], read: (context) => reply.read(context) };
}

/** What the function returned, out of the reply of whoever called it. */
function returnedByFunction(fields: Readonly<Record<string, unknown>>): Reply {
  const { result, resp_data: text } = fields;
  // wx.cloud.callFunction
  if (isRecord(result)) return replyOf(result);
  // POST /tcb/invokecloudfunction
  if (typeof text === "string") return parseReply(text);
  return { kind: "success", fields };
}
