import { WxDomainError } from "./error.ts";
import { LIST_NAMES, type DomainLists, type ListName } from "./lists.ts";
import { meantList } from "./meant-list.ts";
import { editDistance } from "./text/edit-distance.ts";

function isListName(key: string): key is ListName {
  return LIST_NAMES.some((name) => name === key);
}

/** The known list name that a mistyped key most resembles. */
function nearestListName(key: string): ListName {
  const distances = LIST_NAMES.map((name) => ({ name, distance: editDistance(key.toLowerCase(), name) }));
  return distances.reduce((best, other) => (other.distance < best.distance ? other : best)).name;
}

function describe(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function parseList(name: ListName, value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    const kind = describe(value);
    throw new WxDomainError("lists/not-an-array", {
      en: `"${name}" must be an array of strings, but is of type ${kind}. Write "${name}": [] if nothing is allowed, or leave the key out if the list is unknown.`,
      "zh-CN": `"${name}" 必须是字符串数组，现在的类型是 ${kind}。不允许任何域名时写 "${name}": []；列表未知时请删除该字段。`,
    });
  }
  return value.map((entry: unknown, index) => {
    if (typeof entry === "string") return entry;
    const kind = describe(entry);
    throw new WxDomainError("lists/not-a-string", {
      en: `"${name}[${String(index)}]" must be a string such as "https://api.example.com", but is of type ${kind}. Mend or remove that entry.`,
      "zh-CN": `"${name}[${String(index)}]" 必须是字符串（例如 "https://api.example.com"），现在的类型是 ${kind}。请改正或删除该条目。`,
    });
  });
}

/**
 * Reads domain lists out of any value: a reply of getDomainInfo, a snapshot, an object of a configuration.
 * Keys that are no list are ignored; odd entries are kept as they are (see `listFaults`).
 *
 * @throws WxDomainError `lists/not-an-object`, `lists/not-an-array`, `lists/not-a-string`; `lists/unknown-list` for an
 *   unknown key that ends in `domain`, with the nearest known name.
 */
export function parseLists(value: unknown): DomainLists {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const kind = describe(value);
    throw new WxDomainError("lists/not-an-object", {
      en: `Domain lists must be an object such as { "requestdomain": ["https://api.example.com"] }, but are of type ${kind}.`,
      "zh-CN": `域名列表必须是对象（例如 { "requestdomain": ["https://api.example.com"] }），现在的类型是 ${kind}。`,
    });
  }
  const lists: Partial<Record<ListName, readonly string[]>> = {};
  for (const [key, list] of Object.entries(value)) {
    if (list === undefined) continue;
    if (isListName(key)) lists[key] = parseList(key, list);
    else if (/domain$/i.test(key)) {
      const nearest = meantList(key) ?? nearestListName(key);
      throw new WxDomainError("lists/unknown-list", {
        en: `"${key}" is no domain list. Did you mean "${nearest}"? Known lists: ${LIST_NAMES.join(", ")}.`,
        "zh-CN": `没有名为 "${key}" 的域名列表。是否应为 "${nearest}"？已知列表：${LIST_NAMES.join("、")}。`,
      });
    }
  }
  return lists;
}
