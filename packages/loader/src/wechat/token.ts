import type { Context } from "../context.ts";
import { FetchError } from "../fetch-error.ts";
import { systemCode } from "../system-code.ts";
import { callApi } from "./call.ts";
import { Refusal } from "./refusal.ts";

/** Where an access token comes from. */
export interface TokenHolder {
  /** @param refused A token of this holder that the API no longer takes: another one is wanted. */
  get(context: Context, refused?: string): Promise<string>;
  /** False for a token that was handed in: asking again gives the same one. */
  readonly renewable: boolean;
}

/** How a token looks: one word of printable characters (the documents promise no more than 512 of them). */
const TOKEN = /^[\x21-\x7e]{1,2048}$/;

/** A finished token, as it stands in a variable of the environment. */
export function givenToken(token: string, variable: string): TokenHolder {
  return {
    renewable: false,
    get: (context) => Promise.resolve(secretToken(token, context, variable)),
  };
}

/** The stdout of a shell command, run anew for each token. */
export function commandToken(command: string, variable: string): TokenHolder {
  return {
    renewable: true,
    get: async (context) => secretToken(await outputOf(command, variable, context), context, variable),
  };
}

/** Asks another holder once for all calls, those of many apps at a time too, and again only when its token was refused. */
export function rememberedToken(holder: TokenHolder): TokenHolder {
  let asked: { readonly token: Promise<string> } | undefined;
  const ask = (context: Context, refused?: string): Promise<string> => {
    const own = { token: holder.get(context, refused) };
    asked = own;
    // A failure is nobody's token: the next one asks again.
    own.token.catch(() => {
      if (asked === own) asked = undefined;
    });
    return own.token;
  };
  return {
    renewable: holder.renewable,
    get: async (context, refused) => {
      const current = asked;
      let token = await (current?.token ?? ask(context, refused));
      if (token === refused) token = await (asked === current || asked === undefined ? ask(context, refused) : asked.token);
      // Each app has a redactor of its own.
      context.redactor.add(token);
      return token;
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
      context.redactor.add(secret);
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
      return secretToken(fields["access_token"], context, "stable_token");
    },
  };
}

/** Makes a call; if it turns out that the token is no longer valid, once more with a fresh one. */
export async function withToken<T>(
  holder: TokenHolder,
  call: (token: string) => Promise<T>,
  context: Context,
): Promise<T> {
  const token = await holder.get(context);
  try {
    return await call(token);
  } catch (error) {
    if (!(error instanceof Refusal && error.retry === "fresh-token" && holder.renewable)) throw error;
    return await call(await holder.get(context, token));
  }
}

/**
 * Takes a value for a token, and has it masked from now on.
 * @param from Where it came from, for the message.
 * @throws FetchError `loader/no-token` if it can't be one.
 */
export function secretToken(value: unknown, context: Context, from: string): string {
  const token = typeof value === "string" ? value : "";
  // First of all: whatever it is, it was meant to be a secret.
  context.redactor.add(token);
  if (TOKEN.test(token)) return token;
  throw new FetchError("loader/no-token", {
    en: `${from} gave no token (one line without blanks was expected). Nothing was sent with it; see what it holds.`,
    "zh-CN": `${from} 没有给出 token（应为一行且不含空白）。未使用它发出请求，请检查其内容。`,
  });
}

/** What a command prints; its stderr stays its own. */
async function outputOf(command: string, variable: string, context: Context): Promise<string> {
  const terms = { milliseconds: context.deadline.remaining(), stdoutBytes: 64 * 1024 };
  const result = await context.edges.runCommand(command, terms).catch((error: unknown) => {
    const detail = systemCode(error) ?? "?";
    throw commandFault(variable, `could not be started (${detail}); check that there is a shell`, `无法启动（${detail}）：请检查 shell 是否可用`);
  });
  switch (result.kind) {
    case "timed-out":
      throw commandFault(variable, "did not end in time; make it faster or raise --timeout", "未在时限内结束：请加快该命令或增大 --timeout");
    case "too-much-output":
      throw commandFault(variable, "printed far more than a token; let it print the token only", "输出远多于一个 token：请只输出 token");
    case "exited":
      if (result.code === 0) return result.stdout.trim();
      throw commandFault(
        variable,
        `ended with exit code ${String(result.code)}; run it by hand to see why`,
        `以退出码 ${String(result.code)} 结束：请手动运行以查看原因`,
      );
  }
}

/** A command of the environment that did not do its work. */
export function commandFault(variable: string, en: string, zh: string): FetchError {
  return new FetchError("loader/token-command", {
    en: `The command of ${variable} ${en}.`,
    "zh-CN": `${variable} 的命令${zh}。`,
  });
}
