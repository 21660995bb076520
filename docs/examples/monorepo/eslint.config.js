import { join } from "node:path";
import wxDomain from "eslint-plugin-wx-domain";

const project = (folder, options) => wxDomain.project({ root: join(import.meta.dirname, folder), locale: "en", ...options });

export default [
  ...project("apps/shop"),
  ...project("apps/admin"),
  // What the apps share is judged by the lists of one of them.
  ...project("packages", { domains: "../apps/shop/wx-domains.json" }),
];
