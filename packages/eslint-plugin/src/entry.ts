/**
 * What programs load: the plugin, which `require` returns itself (Node's documentation, "Loading ECMAScript modules using require()"). Apart from
 * `index.ts`, whose types they see: TypeScript before 5.6 can't read such a name in a declaration.
 */
export { default, default as "module.exports" } from "./index.ts";
