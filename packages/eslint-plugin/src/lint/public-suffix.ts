import { host } from "#host";

/** The registrable domain of a host: the table is loaded when a file of domain lists is linted. */
export function publicSuffixes(): (host: string) => string | null {
  return host.publicSuffixes();
}
