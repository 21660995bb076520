/** The environment as a program was given it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where secrets may come from. The commands are among them: people write a token into one. `WX_REFRESH_TOKEN_FILE` is
 * a path, and none.
 */
const SECRET_VARIABLES = [
  "WX_APPSECRET",
  "WX_ACCESS_TOKEN",
  "WX_TOKEN_COMMAND",
  "WX_COMPONENT_TOKEN",
  "WX_COMPONENT_TOKEN_COMMAND",
  "WX_REFRESH_TOKEN",
  "WX_REFRESH_TOKEN_COMMAND",
] as const;

/** Every secret that an environment holds; a proxy's password is one. */
export function secretsOf(environment: Environment): string[] {
  const passwords = proxiesIn(environment).flatMap(({ url: { username, password } }) => {
    // As it was written and as it is meant: `%40` is an `@`.
    return [password, decoded(password), password === "" ? username : ""];
  });
  return [...SECRET_VARIABLES.flatMap((name) => variable(environment, name) ?? []), ...passwords].filter(Boolean);
}

const PROXY_VARIABLES = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] as const;

/** The proxies that an environment names. */
export function proxiesIn(environment: Environment): { readonly name: string; readonly url: URL }[] {
  return PROXY_VARIABLES.flatMap((name) => {
    const value = variable(environment, name) ?? "";
    const text = value.includes("://") ? value : `http://${value}`;
    return value !== "" && URL.canParse(text) ? [{ name, url: new URL(text) }] : [];
  });
}

/** What a variable holds, without blanks around it. A CI secret that is not set arrives as an empty variable. */
export function variable(environment: Environment, name: string): string | undefined {
  const trimmed = environment[name]?.trim();
  return trimmed === "" ? undefined : trimmed;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Takes the secrets out of a process's own environment, and returns the whole as it was. */
export function withheldFrom(environment: Record<string, string | undefined>): Environment {
  const whole = { ...environment };
  withhold(environment, SECRET_VARIABLES);
  // The proxy's address stays: what reads it reads the process's own environment.
  for (const { name, url } of proxiesIn(whole)) environment[name] = url.origin;
  return whole;
}

/**
 * Takes variables out of a process's own environment: a crash report of Node (`--report-on-fatalerror`) prints it, and
 * programs that are started inherit it.
 */
export function withhold(environment: Record<string, string | undefined>, names: Iterable<string>): void {
  for (const name of names) Reflect.deleteProperty(environment, name);
}

/**
 * An environment without what belongs to one app: the platform's credentials and the network's own settings stay. Where
 * many apps are read, a token that happens to be set would answer for each of them.
 */
export function withoutAppCredentials(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("WX_") || name.startsWith("WX_COMPONENT_")));
}
