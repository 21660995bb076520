import { networkCallOf } from "./network-calls.ts";

/**
 * Functions of the program that see each request before it is sent and may change its URL. `argument`: where the
 * function, or an object that holds it under `member`, stands in the registering call.
 */
export interface InterceptorModel {
  /** The path of the registering function. */
  readonly registration: RegExp;
  readonly argument: number;
  readonly member?: string;
  /** The argument that names the network call; without it, all of them. */
  readonly name?: number;
  /**
   * How the changed options come back: in the object that was handed in, or as what `chain.proceed` is given
   * (the options being `chain.requestParams`).
   */
  readonly gives: "parameter" | "proceed";
}

/**
 * Sources: uni.addInterceptor (uniapp.dcloud.net.cn/api/interceptor), Taro.addInterceptor
 * (docs.taro.zone/docs/apis/network/request/addInterceptor), wepy.app's intercept (wepyjs.github.io/wepy-docs/1.x, "intercept 拦截器").
 */
const INTERCEPTORS: readonly InterceptorModel[] = [
  { registration: /^(?:globalThis\.)?uni\.addInterceptor$/, argument: 1, member: "invoke", name: 0, gives: "parameter" },
  { registration: /^Taro\.addInterceptor$/, argument: 0, gives: "proceed" },
  { registration: /^wepy\.app\.intercept$/, argument: 1, member: "config", name: 0, gives: "parameter" },
];

/** Methods that register an interceptor: of the platform, and `use` of a client's `interceptors.request`. */
const REGISTERING: ReadonlySet<string> = new Set(["addInterceptor", "intercept", "use"]);

export function isRegistering(method: string): boolean {
  return REGISTERING.has(method);
}

/** The model of a registering function for one network call (`uni.request`), if it is registered for that call's object. */
export function interceptorModel(registration: string, call: string, platformObjects: ReadonlySet<string>): InterceptorModel | undefined {
  const model = INTERCEPTORS.find((one) => one.registration.test(registration));
  if (model === undefined || networkCallOf(call, platformObjects) === undefined) return undefined;
  const owner = (path: string): string | undefined => path.split(".").find((part) => platformObjects.has(part));
  if (owner(registration) !== owner(call)) return undefined;
  return model.gives === "proceed" && !call.endsWith(".request") ? undefined : model;
}

/** Where a client keeps the functions that see its requests. */
export const CLIENT_INTERCEPTORS = "interceptors.request";
