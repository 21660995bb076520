import type { ClassFacts } from "../facts/language.ts";

/**
 * HTTP clients of npm that send through the platform: where their URLs stand. A client that is vendored as source in the
 * program is followed through its code and needs no row.
 */
export interface ClientModel {
  readonly name: string;
  /** `package#export` paths that make a client, by `new` or by a call. */
  readonly makers: readonly string[];
  readonly made: "new" | "call";
  /** Paths that are clients themselves (`axios.get`). */
  readonly ready: readonly string[];
  /** Where the base URL stands in the configuration. */
  readonly base: readonly string[];
  /** It sends by another way than the platform's unless it is given an adapter. */
  readonly needsAdapter?: boolean;
  /** Methods that send, with the place of the URL and of a configuration argument that may override the base. */
  readonly methods: ReadonlyMap<string, ClientMethod>;
  /** Methods that change the configuration: by an object, or by a function from the old one to the new. */
  readonly configure: readonly string[];
  /** How its class is known where its source lies in the program: by the class's members and by what its module imports. */
  readonly copy?: { readonly members: readonly string[]; readonly imports: readonly RegExp[] };
}

export interface ClientMethod {
  readonly call: "request" | "uploadFile" | "downloadFile";
  /** The argument with the URL, or with an options object that holds it under `key`. */
  readonly argument: number;
  readonly key?: string;
  /** An argument with options that may hold a base of their own. */
  readonly options?: number;
  /** The member with the URL where the argument is an options object instead. */
  readonly otherwise?: string;
}

const url = (call: ClientMethod["call"], options: number): ClientMethod => ({ call, argument: 0, options });
const object: ClientMethod = { call: "request", argument: 0, key: "url", options: 0 };

const VERBS: Readonly<Record<"get" | "delete" | "head" | "options" | "post" | "put" | "patch", ClientMethod>> = {
  get: url("request", 1),
  delete: url("request", 1),
  head: url("request", 1),
  options: url("request", 1),
  post: url("request", 2),
  put: url("request", 2),
  patch: url("request", 2),
};

function methods(table: Readonly<Record<string, ClientMethod>>): ReadonlyMap<string, ClientMethod> {
  return new Map(Object.entries(table));
}

export const CLIENTS: readonly ClientModel[] = [
  {
    // https://www.quanzhan.co/luch-request
    name: "luch-request",
    // uView ships it under `libs`.
    makers: ["luch-request", "uview-plus/libs/luch-request", "uview-plus/libs/luch-request/index", "uview-ui/libs/luch-request", "uview-ui/libs/luch-request/index"].flatMap(
      (path) => [`${path}#default`, `${path}#*`],
    ),
    made: "new",
    ready: [],
    base: ["baseURL", "baseUrl"],
    methods: methods({ ...VERBS, trace: VERBS.get, connect: VERBS.get, request: object, middleware: object, upload: url("uploadFile", 1), download: url("downloadFile", 1) }),
    configure: ["setConfig"],
    // Version 2 and later: a chain of promises that no reading of the code follows.
    copy: { members: ["setConfig", "request", "get", "upload"], imports: [/\/dispatchRequest$/, /\/InterceptorManager$/] },
  },
  {
    // https://axios-http.com with an adapter (axios-miniprogram-adapter, uniapp-axios-adapter, …)
    name: "axios",
    makers: ["axios#default.create", "axios#*.create", "axios-miniprogram#default.create", "taro-axios#axios.create", "taro-axios#default.create", "@taro-platform/axios-taro-adapter#create"],
    made: "call",
    ready: ["axios#default", "axios#*", "axios-miniprogram#default", "taro-axios#axios", "taro-axios#default"],
    base: ["baseURL"],
    needsAdapter: true,
    methods: methods({ ...VERBS, request: object, "": object }),
    configure: [],
  },
  {
    // https://github.com/wendux/fly
    name: "flyio",
    makers: ["flyio/dist/npm/wx#default", "flyio/dist/npm/wx#*", "flyio#default", "flyio#*"],
    made: "new",
    ready: [],
    base: ["baseURL"],
    // Every verb is `(url, data, options)`; `request` takes an object that holds them all, too.
    methods: methods({ ...Object.fromEntries(Object.keys(VERBS).map((verb) => [verb, url("request", 2)])), request: { ...url("request", 2), otherwise: "url" } }),
    configure: [],
  },
  {
    // https://alova.js.org
    name: "alova",
    makers: ["alova#createAlova"],
    made: "call",
    ready: [],
    base: ["baseURL"],
    methods: methods({ Get: url("request", 1), Delete: url("request", 1), Head: url("request", 1), Options: url("request", 1), Post: url("request", 2), Put: url("request", 2), Patch: url("request", 2), Request: object }),
    configure: [],
  },
  {
    // https://www.uviewui.com/js/http.html: uni.$u.http
    name: "uview",
    makers: [],
    made: "new",
    ready: ["uni.$u.http"],
    base: ["baseURL", "baseUrl"],
    methods: methods({ ...VERBS, request: object, middleware: object, upload: url("uploadFile", 1), download: url("downloadFile", 1) }),
    configure: ["setConfig"],
    // uView 1: libs/request
    copy: { members: ["setConfig", "request"], imports: [/\/deepMerge$/, /\/test$/] },
  },
  {
    // https://mpxjs.cn, "网络请求" (@mpxjs/fetch): mpx.xfetch, this.$xfetch
    name: "mpx-fetch",
    makers: [],
    made: "new",
    ready: ["mpx.xfetch"],
    base: [],
    methods: methods({ fetch: object, get: url("request", 1), post: url("request", 2) }),
    configure: [],
  },
];

/** Clients that frameworks hang on every component, under the path of the one that a package hands out. */
export const COMPONENT_CLIENTS: ReadonlyMap<string, string> = new Map([
  ["$u", "uni.$u"],
  ["$xfetch", "mpx.xfetch"],
]);

/** Shorthands: uView 1 has its client's verbs on `$u` itself (v1.uviewui.com/js/http.html). */
const SHORTHANDS: ReadonlyMap<string, string> = new Map(["get", "post", "put", "delete"].map((verb) => [`uni.$u.${verb}`, `uni.$u.http.${verb}`]));

/** The full path of what a shorthand stands for. */
export function withoutShorthand(path: string): string {
  return SHORTHANDS.get(path) ?? path;
}

/** Packages that are or hold an adapter of axios, by name. */
const ADAPTER = /axios.*adapter|adapter.*axios|axios-miniprogram|taro-axios|axios-taro|uni-axios|axios-uni|axios-wx|wx-axios/i;

/** Whether a program that holds these can make an HTTP client of npm send through the platform. */
export function namesAdapter(specifier: string): boolean {
  return ADAPTER.test(specifier);
}

export function isAxios(specifier: string): boolean {
  return specifier === "axios";
}

const MAKERS: ReadonlyMap<string, ClientModel> = new Map(CLIENTS.flatMap((model) => model.makers.map((maker) => [maker, model] as const)));
const READY: ReadonlyMap<string, ClientModel> = new Map(CLIENTS.flatMap((model) => model.ready.map((path) => [path, model] as const)));
const BY_NAME: ReadonlyMap<string, ClientModel> = new Map(CLIENTS.map((model) => [model.name, model]));

export function clientOf(maker: string): ClientModel | undefined {
  return MAKERS.get(maker);
}

export function readyClient(path: string): ClientModel | undefined {
  return READY.get(path);
}

export function clientNamed(name: string): ClientModel | undefined {
  return BY_NAME.get(name);
}

export function memberNames({ members }: ClassFacts): readonly string[] {
  return members.flatMap(({ key }) => (typeof key === "string" ? [key] : []));
}

/** The client that a class of the program is a copy of. */
export function copiedClient(members: readonly string[], imports: readonly string[]): ClientModel | undefined {
  return CLIENTS.find(({ copy }) => copy !== undefined && copy.members.every((name) => members.includes(name)) && copy.imports.every((wanted) => imports.some((one) => wanted.test(one.replace(/\.[jt]s$/, "")))));
}

const METHODS: ReadonlySet<string> = new Set(CLIENTS.flatMap((model) => [...model.methods.keys(), ...model.configure]));

export function isClientMethod(name: string): boolean {
  return METHODS.has(name);
}

const CONFIGURING: ReadonlySet<string> = new Set(CLIENTS.flatMap((model) => model.configure));

export function isConfiguring(name: string): boolean {
  return CONFIGURING.has(name);
}
