/** Hosts out of one text, as the wire has them (`a.cn;b.cn`) and as people write them. No empty ones: an empty pool is `""`. */
export function splitHosts(text: string): string[] {
  return text
    .split(/[;,\s]+/)
    .filter((host) => host !== "")
    .map((host) => host.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()));
}

/** As the wire takes them. */
export function joinHosts(hosts: readonly string[]): string {
  return hosts.join(";");
}
