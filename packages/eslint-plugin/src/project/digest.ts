import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { analyzerTools } from "../lint/analyzer-module.ts";
import { analyzerPath } from "../lint/paths.ts";
import { readRemembered, writeRemembered } from "./digest-cache.ts";
import type { ProjectOptions } from "./project.ts";

/**
 * The settings with `digest`, which makes `eslint --cache` lint a file again when what it depends on has changed. It is found out when
 * ESLint first asks, which it does for the first file: by then the analyzer is needed anyway. One that the user set stays.
 */
export function withDigest(settings: ProjectOptions): DigestedSettings {
  const { digest } = settings;
  if (digest !== undefined) return { ofScripts: settings, ofMarkup: settings };
  let found: Digests | undefined;
  const digests = (): Digests => (found ??= digestsOf(settings));
  return {
    ofScripts: {
      ...settings,
      get digest() {
        return digests().ofScripts;
      },
    },
    ofMarkup: {
      ...settings,
      get digest() {
        return digests().ofMarkup;
      },
    },
  };
}

/** The settings for scripts, and for WXML, which also hangs on the script beside it. */
export interface DigestedSettings {
  readonly ofScripts: ProjectOptions;
  readonly ofMarkup: ProjectOptions;
}

interface Digests {
  readonly ofScripts: string;
  readonly ofMarkup: string;
}

function digestsOf(settings: ProjectOptions): Digests {
  const remembered = readRemembered(settings.root);
  const project = analyzerTools().digestOf(analyzerPath(settings.root), settings, { hash, remembered });
  writeRemembered(settings.root, remembered, project.known);
  // Lists in the settings themselves are already part of what ESLint compares.
  const lists = typeof settings.domains === "string" ? readFileSync(settings.domains, "utf8") : "";
  return { ofScripts: hash(`${project.digest}\n${lists}`), ofMarkup: hash(`${project.ofMarkup}\n${lists}`) };
}

function hash(text: string): string {
  return createHash("sha1").update(text).digest("base64url");
}
