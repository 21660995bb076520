import type { ConfigPlan } from "./eslint-config.ts";
import type { Setup } from "./detect.ts";

/** What ESLint is asked for, without `npx`: with eslintrc it looks at .js only, unless it is told. */
export function lintCommand({ config, endings }: Pick<Setup, "config" | "endings">): string {
  return `eslint .${config?.form === "eslintrc" && endings.length > 0 ? ` --ext ${[".js", ...endings].join(",")}` : ""}`;
}

/**
 * What a hook and a CI job run: the scan for the program as a whole, and ESLint, where it can have the plugin, for what only a rule says (such as
 * `urlCheck: false`). Together they refuse what the editor underlines.
 * @param target The folder that is scanned, after a blank; empty: the project's own.
 */
export function gateCommands(setup: Pick<Setup, "config" | "endings">, config: ConfigPlan, target: string): Gate {
  return {
    ...(config.kind === "too-old" ? {} : { lint: `npx --no-install ${lintCommand(setup)}` }),
    scan: `npx --no-install wx-domain scan${target}`,
  };
}

export interface Gate {
  /** Absent: the project's ESLint is too old for the plugin. */
  readonly lint?: string;
  readonly scan: string;
}

/** Both as one line of a shell. */
export function gateLine({ lint, scan }: Gate): string {
  return lint === undefined ? scan : `${lint} && ${scan}`;
}
