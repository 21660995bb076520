import { WxDomainError } from "@wx-domain/core";
import { dirname, relative, resolve } from "node:path";
import * as v from "valibot";
import type { ShownPath } from "../snapshot/snapshot-file.ts";
import { AUTHORIZER_READS } from "../sources/authorizer.ts";
import { SOURCE_NAMES, type SourceSettings } from "../sources/settings.ts";
import { variable, withoutAppCredentials, type Environment } from "../variables.ts";

/** What the file of `--accounts` says, with what the environment has for it. */
export interface AccountsFile {
  readonly accounts: readonly Account[];
  /** The names of the variables that hold the apps' secrets. */
  readonly secretVariables: ReadonlySet<string>;
}

/** One app of many: where its lists come from, and where its snapshot goes. */
export interface Account {
  readonly appid: string;
  readonly settings: SourceSettings;
  readonly snapshot: ShownPath;
}

/** Variables whose value may stand under another name in the environment. */
const RENAMED = ["WX_APPSECRET", "WX_ACCESS_TOKEN", "WX_REFRESH_TOKEN", "WX_REFRESH_TOKEN_COMMAND"] as const;

/** What stands for the app's own AppID in the texts of the file. */
const APPID = /\{appid\}/g;

const text = v.pipe(v.string(), v.nonEmpty());

/** What an app and the file as a whole may say; the app's own word goes first. */
const SETTINGS = {
  source: v.optional(v.picklist(SOURCE_NAMES)),
  out: v.optional(text),
  from: v.optional(text),
  endpoint: v.optional(text),
  reads: v.optional(v.picklist(AUTHORIZER_READS)),
  tokenCommand: v.optional(text),
  refreshTokenFile: v.optional(text),
  variables: v.optional(v.strictObject(Object.fromEntries(RENAMED.map((name) => [name, v.optional(text)])))),
};

const APP = v.strictObject({ ...SETTINGS, appid: v.pipe(v.string(), v.regex(/^[\w-]+$/)) });
const FILE = v.strictObject({ ...SETTINGS, $schema: v.optional(v.string()), apps: v.pipe(v.array(APP), v.nonEmpty()) });

const DEFAULT_OUT = "wx-domains/{appid}.json";

/**
 * Reads the file of `--accounts`. Its relative paths start at its own folder.
 * @param path Absolute.
 * @param shown As the user wrote it.
 * @param endpoint For the apps that name none.
 * @throws WxDomainError `accounts/…` with the place.
 */
export function parseAccounts(
  json: string,
  path: string,
  shown: string,
  environment: Environment,
  endpoint: string | undefined,
): AccountsFile {
  const parsed = v.safeParse(FILE, readJson(json, shown), { abortEarly: true });
  if (!parsed.success) throw wrong(parsed.issues[0], shown);
  const { apps, ...common } = parsed.output;
  const folder = dirname(path);
  const rows = apps.map((app) => rowOf(common, app));
  // An app's commands see the platform's credentials and its own, not those of the others.
  const secretVariables = new Set(rows.flatMap((row) => Object.values(row.variables)));
  const shared = Object.fromEntries(Object.entries(withoutAppCredentials(environment)).filter(([name]) => !secretVariables.has(name)));
  const accounts = rows.map((row): Account => {
    const out = resolve(folder, row.out);
    const own = Object.entries(row.variables).map(([name, ownName]) => [name, variable(environment, ownName)] as const);
    return {
      appid: row.appid,
      snapshot: { path: out, shown: relative(folder, out) },
      settings: {
        source: row.source,
        from: row.from,
        endpoint: row.endpoint ?? endpoint,
        reads: row.reads,
        cwd: folder,
        environment: {
          ...shared,
          ...Object.fromEntries(own),
          WX_APPID: row.appid,
          WX_TOKEN_COMMAND: row.tokenCommand,
          WX_REFRESH_TOKEN_FILE: row.refreshTokenFile,
        },
      },
    };
  });
  refuseTwice(accounts, (account) => account.appid, "appid", shown);
  refuseTwice(accounts, (account) => account.snapshot.path, "out", shown);
  return { accounts, secretVariables };
}

type App = v.InferOutput<typeof APP>;
type Common = Omit<v.InferOutput<typeof FILE>, "apps">;

/** What holds for one app: its own word before that of the file, with its AppID filled in. */
function rowOf(common: Common, app: App) {
  const fill = (value: string): string => value.replace(APPID, app.appid);
  const row = { ...common, ...app };
  const variables = { ...common.variables, ...app.variables };
  return {
    ...row,
    out: fill(row.out ?? DEFAULT_OUT),
    from: row.from === undefined ? undefined : fill(row.from),
    tokenCommand: row.tokenCommand === undefined ? undefined : fill(row.tokenCommand),
    refreshTokenFile: row.refreshTokenFile === undefined ? undefined : fill(row.refreshTokenFile),
    variables: Object.fromEntries(Object.entries(variables).flatMap(([name, own]) => (own === undefined ? [] : [[name, fill(own)]]))),
  };
}

function readJson(json: string, shown: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch {
    throw fault("not-json", shown, "it is not valid JSON.", "不是有效的 JSON。");
  }
}

/** The value itself is not shown: somebody may have put a secret there. */
function wrong(issue: v.BaseIssue<unknown>, shown: string): WxDomainError {
  const place = v.getDotPath(issue) ?? "";
  const isUnknownKey = issue.type === "strict_object" && issue.expected === "never";
  if (isUnknownKey && /secret|token|password/i.test(place)) {
    return fault(
      "secret",
      shown,
      `"${place}" looks like a secret. Secrets stay in the environment: name the variable in "variables", such as { "WX_APPSECRET": "SECRET_{appid}" }, or give a "tokenCommand".`,
      `“${place}”疑似密钥。密钥应放在环境变量中：请在 "variables" 中写变量名，例如 { "WX_APPSECRET": "SECRET_{appid}" }，或使用 "tokenCommand"。`,
    );
  }
  if (isUnknownKey) return fault("unknown-key", shown, `there is no setting "${place}".`, `没有名为“${place}”的设置。`);
  const where = place === "" ? { en: "the whole", "zh-CN": "整体" } : { en: `"${place}"`, "zh-CN": `“${place}”` };
  const expected = issue.expected ?? "a text that is not empty";
  return fault("wrong-shape", shown, `${where.en} must be ${expected}.`, `${where["zh-CN"]} 必须是 ${expected}。`);
}

function refuseTwice(accounts: readonly Account[], keyOf: (account: Account) => string, what: "appid" | "out", shown: string): void {
  const seen = new Map<string, string>();
  for (const account of accounts) {
    const other = seen.get(keyOf(account));
    if (other !== undefined) {
      throw fault(
        "twice",
        shown,
        what === "appid" ? `the app ${account.appid} stands there twice.` : `${other} and ${account.appid} have the same "out", ${account.snapshot.shown}: write {appid} into it.`,
        what === "appid" ? `小程序 ${account.appid} 重复出现。` : `${other} 和 ${account.appid} 的 "out" 相同（${account.snapshot.shown}）：请在其中使用 {appid}。`,
      );
    }
    seen.set(keyOf(account), account.appid);
  }
}

function fault(code: string, shown: string, en: string, zh: string): WxDomainError {
  return new WxDomainError(`accounts/${code}`, {
    en: `"${shown}": ${en} Expected is { "source": "component", "apps": [{ "appid": "wx…" }] } or the like.`,
    "zh-CN": `“${shown}”：${zh}应形如 { "source": "component", "apps": [{ "appid": "wx…" }] }。`,
  });
}
