import { createRequire } from "node:module";

const load: (name: string) => unknown = createRequire(import.meta.url);

/** The public suffix list costs tens of milliseconds: it is loaded when a file of domain lists is linted. */
export function publicSuffixes(): (host: string) => string | null {
  const module = load("@wx-domain/core/public-suffix");
  if (isPublicSuffixModule(module)) return module.registrableDomain;
  throw new TypeError("@wx-domain/core has another version than eslint-plugin-wx-domain: install both anew.");
}

function isPublicSuffixModule(module: unknown): module is { readonly registrableDomain: (host: string) => string | null } {
  return typeof module === "object" && module !== null && typeof Reflect.get(module, "registrableDomain") === "function";
}
