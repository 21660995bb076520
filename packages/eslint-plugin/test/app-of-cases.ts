import { fileURLToPath } from "node:url";

/** A small app for cases of one file: `config.js` beside it. */
export const APP = fileURLToPath(new URL("fixtures/app", import.meta.url));

/** Where a case's text stands in it, if the case does not say. */
export const FILE = "pages/case.js";

/** The lists of that app: they hold https://api.example.com. */
export const LISTS = {
  requestdomain: ["https://api.example.com"],
  wsrequestdomain: ["wss://ws.example.com"],
  uploaddomain: ["https://up.example.com"],
  downloaddomain: [],
};
