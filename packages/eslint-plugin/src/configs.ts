import type { ESLint, Linter } from "eslint";
import type { RuleName } from "./rules.ts";

type Severities = Readonly<Partial<Record<RuleName, Linter.StringSeverity>>>;

const RECOMMENDED: Severities = {
  "jssdk-config": "warn",
  "jssdk-page-domain": "error",
  "jssdk-share-domain": "error",
  "no-check-bypass": "error",
  "no-insecure-protocol": "error",
  "no-invalid-url": "error",
  "no-local-address": "error",
  "no-server-api": "error",
  "no-unlisted-domain": "error",
  "oauth-redirect-domain": "error",
  "valid-domain-lists": "error",
  "valid-request-options": "warn",
  "web-view-domain": "error",
};

const STRICT: Severities = { ...RECOMMENDED, "no-dynamic-url": "warn" };

export interface Configs extends Record<string, Linter.Config | Linter.LegacyConfig> {
  readonly recommended: Linter.Config;
  readonly strict: Linter.Config;
  readonly "legacy-recommended": Linter.LegacyConfig;
}

/** Rules only: which files they see, and the settings, are `project()`'s part or the user's. */
export function configsOf(plugin: ESLint.Plugin): Configs {
  return {
    recommended: { name: "wx-domain/recommended", plugins: { "wx-domain": plugin }, rules: prefixed(RECOMMENDED) },
    strict: { name: "wx-domain/strict", plugins: { "wx-domain": plugin }, rules: prefixed(STRICT) },
    "legacy-recommended": { plugins: ["wx-domain"], rules: prefixed(RECOMMENDED) },
  };
}

function prefixed(severities: Severities): Linter.RulesRecord {
  return Object.fromEntries(Object.entries(severities).map(([name, severity]) => [`wx-domain/${name}`, severity]));
}
