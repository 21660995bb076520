/**
 * What makes an object literal the description of a page, a component or an app, and which of its sections hold
 * functions that work on it. Sources: the mini-program documents of Page(), Component(), App(); Vue 2 and 3 options;
 * mpx's and wepy's own names for the same.
 */
const DEFINERS: ReadonlySet<string> = new Set([
  "Page",
  "Component",
  "App",
  "Behavior",
  "defineComponent",
  "vue#defineComponent",
  "vue#default.extend",
  "vue#default.component",
  "vue#default.mixin",
  "vue#default",
  "vue#createApp",
  "vue#createSSRApp",
  "Vue.extend",
  "Vue.component",
  "Vue.mixin",
  "Vue",
  "wepy.page",
  "wepy.app",
  "wepy.component",
  "mpx.createPage",
  "mpx.createComponent",
  "mpx.createApp",
  "createPage",
  "createComponent",
  "createApp",
  "pinia#defineStore",
]);

export function isComponentDefiner(path: string): boolean {
  return DEFINERS.has(path);
}

/** What a plugin sets on these is a member of every component. Sources: Vue 2 and 3, wepy, mpx; `Vue` for the instance that a plugin is handed beside it. */
export const PROTOTYPES: readonly string[] = [
  "vue#default.prototype",
  "Vue.prototype",
  "vue.app.config.globalProperties",
  "Vue.config.globalProperties",
  "wepy.prototype",
  "mpx.prototype",
];

export function hangsOnComponents(path: string): boolean {
  return path === "Vue" || PROTOTYPES.includes(path);
}

/** Names by which frameworks hand out the app itself, besides `getApp()`. Source: wepyjs.github.io/wepy-docs/1.x ("wepy.$instance", "this.$parent"). */
const APP_INSTANCES: ReadonlySet<string> = new Set(["wepy.$instance", "wepy.page.$parent", "wepy.component.$root.$parent", "wepy.component.$parent.$parent"]);

export function isAppInstance(path: string): boolean {
  return APP_INSTANCES.has(path);
}

/** The class that an app written as a class extends. */
export const APP_CLASS = "wepy.app";

/**
 * Whether a function's first parameter is Vue (2) or the Vue app (3): that of a plugin, which only the framework calls.
 * Source: the plugin chapters of both guides.
 */
export function isPluginParameter(functionName: string, parameterName: string): boolean {
  // uView 1's documents hand the root component to a plugin as `vm`.
  if (functionName === "install" && parameterName === "vm") return true;
  return functionName === "install" ? /^(?:_?vue|app)$/i.test(parameterName) : parameterName === "Vue";
}

const SECTIONS: ReadonlySet<string> = new Set([
  "methods",
  "computed",
  "watch",
  "filters",
  "lifetimes",
  "pageLifetimes",
  "observers",
  "customMethods",
  "proto",
  "hooks",
  "actions",
  "getters",
]);

export function isComponentSection(key: string): boolean {
  return SECTIONS.has(key);
}

const LIFECYCLE: ReadonlySet<string> = new Set([
  "onLoad",
  "onShow",
  "onReady",
  "onLaunch",
  "created",
  "mounted",
  "attached",
  "ready",
  "beforeMount",
  "lifetimes",
  "beforeCreate",
]);

/** Mixins, behaviors and options that reach their definer in a roundabout way are known by their shape. */
export function looksLikeComponent(keys: readonly (string | number | null)[]): boolean {
  const has = (key: string): boolean => keys.includes(key);
  if (has("methods") || has("computed")) return true;
  return (has("data") || has("globalData")) && keys.some((key) => typeof key === "string" && LIFECYCLE.has(key));
}
