import { refusal } from "./errors.js";

/**
 * The platform's pools of hosts: one string with `;` on the wire, in both directions.
 *
 * @typedef {import("./account.js").Platform} Platform
 * @typedef {Platform["jumpPool"]} Pool
 */

/**
 * @param {Pool} pool
 * @param {string} key
 */
export function poolReply({ testing, published }, key) {
  return {
    errcode: 0,
    errmsg: "ok",
    ...(published === null ? {} : { [`published_${key}`]: published.join(";") }),
    [`testing_${key}`]: testing.join(";"),
  };
}

/**
 * @param {Readonly<Record<string, unknown>>} body
 * @param {Platform} platform
 * @param {Pool} pool  Changed in place.
 * @param {string} key
 * @param {number} limit
 */
export function changePool(body, platform, pool, key, limit) {
  const { action } = body;
  if (action === "get") return poolReply(pool, key);
  if (action !== "set" && action !== "add" && action !== "delete") return refusal(40052);
  const together = body["is_modify_published_together"] === true;
  if (together && pool.published === null) return refusal(61028);
  const text = body[key];
  const hosts = typeof text === "string" ? text.split(";").filter(Boolean) : [];
  const bad = hosts.find((host) => !/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(host));
  if (bad !== undefined) return { ...refusal(9410016), errmsg: `invalid domain: ${bad} is not a domain rid: x-1` };
  const refused = action === "delete" ? [] : hosts.filter((host) => platform.refusedHosts.includes(host));
  const good = hosts.filter((host) => !refused.includes(host));
  /** @param {readonly string[]} old */
  const changed = (old) => {
    if (action === "set") return good;
    if (action === "add") return [...new Set([...old, ...good])];
    return old.filter((host) => !good.includes(host));
  };
  if (changed(pool.testing).length > limit) return refusal(65316);
  pool.testing = changed(pool.testing);
  if (together) pool.published = changed(pool.published ?? []);
  return { ...poolReply(pool, key), ...(refused.length > 0 ? { [`invalid_${key}`]: refused.join(";") } : {}) };
}
