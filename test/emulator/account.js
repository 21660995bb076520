/**
 * The account that the emulator plays unless it is told otherwise. The AppID has the form of a real one and belongs to nobody.
 *
 * @typedef {object} Account
 * @property {string} appid
 * @property {string} secret
 * @property {Readonly<Record<string, readonly string[]>>} lists  The lists in force, under their wire names.
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
