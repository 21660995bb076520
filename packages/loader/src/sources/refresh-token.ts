import { WxDomainError } from "@wx-domain/core";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Context } from "../context.ts";
import { FetchError } from "../fetch-error.ts";
import { writeAtomically } from "../snapshot/atomic-write.ts";
import { systemCode } from "../system-code.ts";
import { commandFault } from "../wechat/token.ts";

/**
 * Where an authorizer's refresh token is kept. WeChat gives a new one with each access token, and whoever loses it loses
 * the authorisation: there is no source without a keeper.
 */
export interface RefreshTokenKeeper {
  /** The one that is valid now. */
  read(context: Context): Promise<string>;
  /** Fails now rather than after the call, when there is something to lose. */
  prepare(token: string): Promise<void>;
  save(token: string, context: Context): Promise<void>;
  /** The file that processes share; undefined: there is none. */
  readonly sharedFile: string | undefined;
}

/** Readable for its owner alone. */
const PRIVATE = 0o600;

/**
 * A file that holds the refresh token and nothing else (`WX_REFRESH_TOKEN_FILE`).
 * @param first The token to begin with, where there is no file yet.
 */
export function fileKeeper(path: string, shown: string, first: string | undefined): RefreshTokenKeeper {
  const write = async (token: string): Promise<void> => {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeAtomically(path, `${token}\n`, PRIVATE);
    } catch (error) {
      throw notKept(shown, error);
    }
  };
  return {
    sharedFile: path,
    read: async (context) => {
      const text = await context.edges.readFile(path).catch((error: unknown) => {
        throw notKept(shown, error);
      });
      const token = [text?.trim(), first].find(Boolean);
      if (token !== undefined) return token;
      throw new WxDomainError("source/no-refresh-token", {
        en: `"${shown}" holds no refresh token: put the authorizer's into it, or into WX_REFRESH_TOKEN for the first run.`,
        "zh-CN": `“${shown}”中没有 refresh_token：请写入授权方的 refresh_token，或首次运行时通过 WX_REFRESH_TOKEN 提供。`,
      });
    },
    prepare: write,
    save: write,
  };
}

/** A shell command that reads the new token from its stdin (`WX_REFRESH_TOKEN_COMMAND`). */
export function commandKeeper(command: string, token: string): RefreshTokenKeeper {
  let current = token;
  return {
    sharedFile: undefined,
    read: () => Promise.resolve(current),
    prepare: () => Promise.resolve(),
    save: async (next, context) => {
      current = next;
      const result = await context.edges.runCommand(command, { milliseconds: SAVE_LIMIT, stdoutBytes: 64 * 1024, stdin: `${next}\n` });
      if (result.kind === "exited" && result.code === 0) return;
      const how = result.kind === "exited" ? `exit code ${String(result.code)}` : result.kind;
      throw commandFault("WX_REFRESH_TOKEN_COMMAND", `did not take the new refresh token (${how})`, `未能保存新的 refresh_token（${how}）`);
    },
  };
}

/** A program's own keeper. */
export interface RefreshTokenHook {
  /** The one that is valid now. */
  read(): Promise<string> | string;
  /** Takes the one that replaces it. */
  save(token: string): Promise<void> | void;
}

export function hookKeeper(hook: RefreshTokenHook): RefreshTokenKeeper {
  return {
    sharedFile: undefined,
    read: async () => await hook.read(),
    prepare: () => Promise.resolve(),
    save: async (token) => {
      await hook.save(token);
    },
  };
}

/** Whatever is left of the deadline: the token is there now, and must not be lost for a second. Milliseconds. */
const SAVE_LIMIT = 30_000;

/**
 * Hands a new refresh token to its keeper, and, if that fails twice, puts it where its owner finds it.
 * @throws FetchError that names the place.
 */
export async function keepRefreshToken(keeper: RefreshTokenKeeper, appid: string, token: string, context: Context): Promise<void> {
  try {
    await keeper.save(token, context).catch(() => keeper.save(token, context));
  } catch (error) {
    const file = join(".wx-domain", `refresh-token-${appid}`);
    const why = error instanceof WxDomainError ? error.text : { en: "The hook failed.", "zh-CN": "回调失败。" };
    try {
      await mkdir(join(homedir(), ".wx-domain"), { recursive: true, mode: 0o700 });
      await writeAtomically(join(homedir(), file), `${token}\n`, PRIVATE);
    } catch (second) {
      throw new FetchError("loader/refresh-token-lost", {
        en: `${why.en} The new refresh token of ${appid} could not be kept in ~/${file} either (${systemCode(second) ?? "?"}): if the old one no longer works, the app's owner has to authorise again.`,
        "zh-CN": `${why["zh-CN"]}${appid} 的新 refresh_token 也无法写入 ~/${file}（${systemCode(second) ?? "?"}）：若旧值已失效，需小程序管理员重新授权。`,
      });
    }
    throw new FetchError("loader/refresh-token-not-handed-over", {
      en: `${why.en} The new refresh token of ${appid} is in ~/${file}: move it to where it belongs, then try again.`,
      "zh-CN": `${why["zh-CN"]}${appid} 的新 refresh_token 已保存在 ~/${file}：请移到应在的位置后重试。`,
    });
  }
}

function notKept(shown: string, error: unknown): WxDomainError {
  const detail = systemCode(error) ?? "?";
  return new WxDomainError("source/refresh-token-file", {
    en: `The refresh token's file "${shown}" can't be used (${detail}): it must be readable and writable for you alone.`,
    "zh-CN": `refresh_token 文件“${shown}”不可用（${detail}）：应仅供本人读写。`,
  });
}
