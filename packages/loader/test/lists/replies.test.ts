import type { DomainLists } from "@wx-domain/core";
import { describe, expect, it } from "vitest";
import { readAuthorizerInfo } from "../../src/lists/authorizer-network.ts";
import { readDomainInfo } from "../../src/lists/domain-info.ts";
import { readEffectiveDomain, readEffectiveWebviewDomain, readPrefetchDnsDomain } from "../../src/lists/effective.ts";

const A = ["https://a.cn"];
const network = (fields: object, key = "MiniProgramInfo"): Record<string, unknown> => ({ authorizer_info: { [key]: { network: fields } } });

describe("each reply gives its lists, and no other", () => {
  it.each<{ what: string; read: () => { lists: DomainLists }; lists: DomainLists }>([
    { what: "getwxadevinfo", read: () => readDomainInfo({ errcode: 0, requestdomain: A, udpdomain: [] }, "x"), lists: { requestdomain: A, udpdomain: [] } },
    {
      what: "get_effective_domain: what is in force, not what it was made from",
      read: () => readEffectiveDomain({ mp_domain: { requestdomain: ["https://b.cn"] }, effective_domain: { requestdomain: A, tcpdomain: [] } }),
      lists: { requestdomain: A, tcpdomain: [] },
    },
    {
      what: "get_effective_webviewdomain",
      read: () => readEffectiveWebviewDomain({ mp_webviewdomain: ["https://b.cn"], effective_webviewdomain: ["https://a.cn/"] }),
      lists: { bizdomain: A },
    },
    { what: "get_prefetchdnsdomain", read: () => readPrefetchDnsDomain({ prefetch_dns_domain: [{ url: "a.cn", status: 1 }], size_limit: 5 }), lists: { prefetchdnsdomain: ["a.cn"] } },
    { what: "get_prefetchdnsdomain, none", read: () => readPrefetchDnsDomain({ prefetch_dns_domain: [] }), lists: { prefetchdnsdomain: [] } },
    {
      what: "api_get_authorizer_info",
      read: () => readAuthorizerInfo(network({ RequestDomain: A, UDPDomain: [], PrefetchDNSDomain: ["a.cn"], NewRequestDomain: A })),
      lists: { requestdomain: A, udpdomain: [], prefetchdnsdomain: ["a.cn"] },
    },
    { what: "api_get_authorizer_info, spelled small", read: () => readAuthorizerInfo(network({ BizDomain: A }, "miniprograminfo")), lists: { bizdomain: A } },
  ])("$what", ({ read, lists }) => {
    expect(read().lists).toEqual(lists);
  });
});

it("names the app that the platform's reply is about", () => {
  const fields = { ...network({ RequestDomain: A }), authorization_info: { authorizer_appid: "wx1" } };
  expect(readAuthorizerInfo(fields).appid).toBe("wx1");
});

it("warns of the lists whose meaning no document tells, where they differ", () => {
  const { warnings } = readAuthorizerInfo(network({ RequestDomain: A, NewRequestDomain: ["https://b.cn"], UDPDomain: [], NewUDPDomain: [] }));
  expect(warnings.map((text) => text.en)).toEqual([expect.stringMatching(/^The reply also holds NewRequestDomain with other entries/)]);
});

describe("a reply of another shape is no reply", () => {
  it.each<{ what: string; read: () => unknown; code: string }>([
    { what: "getwxadevinfo without lists", read: () => readDomainInfo({ errcode: 0 }, "x"), code: "loader/no-lists" },
    { what: "a list that is a text", read: () => readDomainInfo({ requestdomain: "https://a.cn" }, "x"), code: "loader/wrong-shape" },
    { what: "a list of numbers", read: () => readDomainInfo({ requestdomain: [1] }, "x"), code: "loader/wrong-shape" },
    { what: "no effective_domain", read: () => readEffectiveDomain({ mp_domain: { requestdomain: A } }), code: "loader/no-lists" },
    { what: "effective_domain as an array", read: () => readEffectiveDomain({ effective_domain: A }), code: "loader/wrong-shape" },
    { what: "an empty effective_domain", read: () => readEffectiveDomain({ effective_domain: {} }), code: "loader/no-lists" },
    { what: "no effective_webviewdomain", read: () => readEffectiveWebviewDomain({ mp_webviewdomain: A }), code: "loader/no-lists" },
    { what: "no prefetch_dns_domain", read: () => readPrefetchDnsDomain({ size_limit: 5 }), code: "loader/no-lists" },
    { what: "prefetch_dns_domain without url", read: () => readPrefetchDnsDomain({ prefetch_dns_domain: [{}] }), code: "loader/wrong-shape" },
    { what: "no network", read: () => readAuthorizerInfo({ authorizer_info: { MiniProgramInfo: {} } }), code: "loader/no-lists" },
    { what: "an official account", read: () => readAuthorizerInfo({ authorizer_info: { nick_name: "x" } }), code: "loader/no-lists" },
  ])("$what: $code", ({ read, code }) => {
    expect(read).toThrow(expect.objectContaining({ code }));
  });
});
