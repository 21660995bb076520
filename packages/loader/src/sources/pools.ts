import type { Pools } from "@wx-domain/core";
import { parseEndpoint } from "../endpoint.ts";
import { CALL_NAMES, readPool, type PlatformAccess } from "../pools/pool-call.ts";
import type { Source } from "../source.ts";
import type { Environment } from "../variables.ts";
import { callUrl } from "../wechat/call.ts";
import { rememberedToken } from "../wechat/token.ts";
import { platformToken } from "./credentials.ts";

/**
 * The pools of the third-party platform, by its token. They say what an app's lists may hold, and nothing of what they do:
 * this source knows no list.
 */
export function poolsSource(access: PlatformAccess): Source<Pools> {
  return {
    label: callUrl({ endpoint: access.endpoint.base, path: `/cgi-bin/component/${CALL_NAMES.jump}` }).href,
    appid: undefined,
    knows: [],
    warnings: access.endpoint.warnings,
    read: async (context) => ({
      jump: await readPool("jump", access, context),
      server: await readPool("server", access, context),
    }),
  };
}

/**
 * What an environment has of the platform.
 * @throws WxDomainError `endpoint/…`, MissingCredential
 */
export function platformAccess(environment: Environment, endpoint: string | undefined): PlatformAccess {
  return { endpoint: parseEndpoint(endpoint), token: rememberedToken(platformToken(environment, true)) };
}
