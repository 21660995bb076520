import { POOLS, type PoolName, type PoolVersions } from "@wx-domain/core";
import type { Context } from "../context.ts";
import type { Endpoint } from "../endpoint.ts";
import { wrongShape } from "../lists/reading.ts";
import { callApi, type Fields } from "../wechat/call.ts";
import { withToken, type TokenHolder } from "../wechat/token.ts";
import { joinHosts, splitHosts } from "./hosts.ts";

/** A change of the pool of business domains. */
export interface PoolChange {
  readonly action: "set" | "add" | "delete";
  readonly hosts: readonly string[];
  /** The published version too; else only the testing one. */
  readonly publish: boolean;
}

/** The platform's side of the API: where it is, and the token that it takes. */
export interface PlatformAccess {
  readonly token: TokenHolder;
  readonly endpoint: Endpoint;
}

/** How a pool stands after a change. */
export interface PoolReply extends PoolVersions {
  /** What the platform did not take. */
  readonly invalid: readonly string[];
}

/** @throws FetchError */
export async function readPool(pool: PoolName, access: PlatformAccess, context: Context): Promise<PoolVersions> {
  return versionsIn(await call(pool, { action: "get" }, access, context), pool);
}

/** @throws FetchError; `loader/write-in-doubt` when nobody knows whether WeChat did it. */
export async function changeJumpPool(change: PoolChange, access: PlatformAccess, context: Context): Promise<PoolReply> {
  const body = {
    action: change.action,
    [POOLS.jump.wireName]: joinHosts(change.hosts),
    is_modify_published_together: change.publish,
  };
  const fields = await call("jump", body, access, context);
  return { ...versionsIn(fields, "jump"), invalid: hostsIn(fields, "invalid", "jump") ?? [] };
}

/** An `action` is always sent: where it is left out, some calls of this family register every host that they know. */
function call(pool: PoolName, body: { readonly action: "get" | PoolChange["action"] }, { token, endpoint }: PlatformAccess, context: Context): Promise<Fields> {
  const name = CALL_NAMES[pool];
  return withToken(
    token,
    (value) =>
      callApi(
        {
          kind: "component",
          name,
          path: `/cgi-bin/component/${name}`,
          endpoint: endpoint.base,
          token: value,
          body,
          ...(body.action === "get" ? {} : { writes: true }),
        },
        context,
      ),
    context,
  );
}

export const CALL_NAMES: Readonly<Record<PoolName, string>> = {
  jump: "modify_wxa_jump_domain",
  server: "modify_wxa_server_domain",
};

/** A key is missing when the platform is not published, or when the call failed. */
function versionsIn(fields: Fields, pool: PoolName): PoolVersions {
  const published = hostsIn(fields, "published", pool);
  const testing = hostsIn(fields, "testing", pool);
  return { ...(published === undefined ? {} : { published }), ...(testing === undefined ? {} : { testing }) };
}

function hostsIn(fields: Fields, version: "published" | "testing" | "invalid", pool: PoolName): string[] | undefined {
  const key = `${version}_${POOLS[pool].wireName}`;
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return splitHosts(value);
  throw wrongShape(CALL_NAMES[pool], key, { en: "a string", "zh-CN": "字符串" });
}
