/**
 * The accounts that the emulator plays unless it is told otherwise. The AppIDs have the form of real ones and belong to
 * nobody.
 *
 * @typedef {object} Account
 * @property {string} appid
 * @property {string} secret
 * @property {Readonly<Record<string, readonly string[]>>} lists  The lists in force, under their wire names.
 *
 * @typedef {object} Platform  A third-party platform that every account has authorised.
 * @property {string} appid
 * @property {string} token  Its component_access_token.
 * @property {{ testing: readonly string[], published: readonly string[] | null }} jumpPool  Null: the platform is unpublished.
 * @property {{ testing: readonly string[], published: readonly string[] | null }} serverPool
 * @property {readonly string[]} refusedHosts  Hosts that it takes from nobody, such as those without the verification file.
 * @property {{ name: string, content: string }} confirmFile
 */

/** @type {Account} */
export const DEMO_ACCOUNT = {
  appid: "wx0123456789abcdef",
  secret: "emulated-app-secret-0123456789ab",
  lists: {
    requestdomain: ["https://api.example.com", "https://login.example.com:8443"],
    wsrequestdomain: ["wss://push.example.com"],
    uploaddomain: ["https://files.example.com"],
    downloaddomain: ["https://files.example.com", "https://cdn.example.com"],
    udpdomain: ["udp://game.example.com"],
    bizdomain: ["https://www.example.com/"],
  },
};

/** @type {Platform} */
export const DEMO_PLATFORM = {
  appid: "wxfedcba9876543210",
  token: "emulated-component-token-0",
  jumpPool: { testing: ["new.example.com", "www.example.com"], published: ["www.example.com"] },
  serverPool: { testing: ["api.example.com", "files.example.com"], published: ["api.example.com"] },
  refusedHosts: ["refused.example.com"],
  confirmFile: { name: "AbCdEf1234.txt", content: "0a1b2c3d4e5f60718293a4b5c6d7e8f9" },
};

/**
 * As many accounts as are asked for, each with a list that only it has.
 * @param {number} count
 * @returns {Account[]}
 */
export function manyAccounts(count) {
  return Array.from({ length: count }, (_, index) => {
    const number = index.toString(16).padStart(16, "0");
    return {
      appid: `wx${number}`,
      secret: `emulated-secret-${number}`,
      lists: { ...DEMO_ACCOUNT.lists, requestdomain: [`https://app-${index}.example.com`] },
    };
  });
}
