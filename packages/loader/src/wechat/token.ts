import type { Context } from "../context.ts";
import { FetchError } from "../fetch-error.ts";
import { callApi } from "./call.ts";
import { Refusal } from "./refusal.ts";

/** Where an access token comes from. */
export interface TokenHolder {
  get(context: Context): Promise<string>;
  /** False for a token that was handed in: asking again gives the same one. */
  readonly renewable: boolean;
}

/** How a token looks: one word of printable characters (the documents promise no more than 512 of them). */
const TOKEN = /^[\x21-\x7e]{1,2048}$/;

/** A finished token (`WX_ACCESS_TOKEN`). */
export function givenToken(token: string): TokenHolder {
  return {
    renewable: false,
    get: (context) => Promise.resolve(keep(token, context, "WX_ACCESS_TOKEN")),
  };
}

/** The stdout of a shell command (`WX_TOKEN_COMMAND`), run anew for each token. */
export function commandToken(command: string): TokenHolder {
  return {
    renewable: true,
    get: async (context) => {
      const result = await context.edges.runCommand(command, {
        milliseconds: context.deadline.remaining(),
        stdoutBytes: 64 * 1024,
      });
      switch (result.kind) {
        case "timed-out":
          throw commandFault("did not end in time; make it faster or raise --timeout", "未在时限内结束：请加快该命令或增大 --timeout");
        case "too-much-output":
          throw commandFault("printed far more than a token; let it print the token only", "输出远多于一个 token：请只输出 token");
        case "exited":
          if (result.code === 0) return keep(result.stdout.trim(), context, "WX_TOKEN_COMMAND");
          throw commandFault(
            `ended with exit code ${String(result.code)}; run it by hand to see why`,
            `以退出码 ${String(result.code)} 结束：请手动运行以查看原因`,
          );
      }
    },
  };
}

/**
 * A token of `stable_token`: isolated from `/cgi-bin/token`, so that a CI job never cuts off the token that the
 * owner's servers use. For the same reason `force_refresh` is false, always.
 */
export function stableToken(endpoint: URL, appid: string, secret: string): TokenHolder {
  return {
    renewable: true,
    get: async (context) => {
      const fields = await callApi(
        {
          kind: "token",
          name: "stable_token",
          endpoint,
          path: "/cgi-bin/stable_token",
          body: { grant_type: "client_credential", appid, secret, force_refresh: false },
        },
        context,
      );
      const token = fields["access_token"];
      return keep(typeof token === "string" ? token : "", context, "stable_token");
    },
  };
}

/** Makes a call; if it turns out that the token is no longer valid, once more with a fresh one. */
export async function withToken<T>(
  holder: TokenHolder,
  call: (token: string) => Promise<T>,
  context: Context,
): Promise<T> {
  try {
    return await call(await holder.get(context));
  } catch (error) {
    if (!(error instanceof Refusal && error.retry === "fresh-token" && holder.renewable)) throw error;
    return await call(await holder.get(context));
  }
}

function keep(token: string, context: Context, from: string): string {
  // First of all: whatever it is, it was meant to be a secret.
  context.redactor.add(token);
  if (TOKEN.test(token)) return token;
  throw new FetchError("loader/no-token", {
    en: `${from} gave no access token (one line without blanks was expected). Nothing was sent; see what it holds.`,
    "zh-CN": `${from} 没有给出 access_token（应为一行且不含空白）。未发出请求，请检查其内容。`,
  });
}

function commandFault(en: string, zh: string): FetchError {
  return new FetchError("loader/token-command", {
    en: `The command of WX_TOKEN_COMMAND ${en}.`,
    "zh-CN": `WX_TOKEN_COMMAND 的命令${zh}。`,
  });
}
