import type { Endpoint } from "../endpoint.ts";
import type { Source } from "../source.ts";
import { commandToken, givenToken } from "../wechat/token.ts";
import { domainInfoSource } from "./app.ts";

export type TokenOrigin =
  | { readonly kind: "given"; readonly token: string }
  | { readonly kind: "command"; readonly command: string };

/** A finished token: the owner's token service keeps the AppSecret to itself. */
export function tokenSource(origin: TokenOrigin, appid: string | undefined, endpoint: Endpoint): Source {
  const holder = origin.kind === "given" ? givenToken(origin.token) : commandToken(origin.command);
  return domainInfoSource(holder, appid, endpoint);
}
