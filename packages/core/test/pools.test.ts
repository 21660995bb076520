import { describe, expect, it, test } from "vitest";
import { POOL_NAMES, POOLS, poolFaults, poolGaps, type DomainLists, type PoolGap, type Pools } from "@wx-domain/core";

describe("hosts of a pool", () => {
  it.each([
    { host: "www.example.com", fault: [] },
    { host: "https://www.example.com", fault: ["unexpected-scheme"] },
    { host: "www.example.com:8080", fault: ["port-not-held"] },
    { host: "www.example.com/mp", fault: ["path"] },
    { host: "10.0.0.1", fault: ["ip-address"] },
    { host: "localhost", fault: ["local-address"] },
    { host: "*.example.com", fault: ["wildcard"] },
    { host: "a b.cn", fault: ["blank"] },
    { host: "example", fault: ["bad-host"] },
    { host: "a_b.cn", fault: ["underscore"] },
  ])("$host: $fault", ({ host, fault }) => {
    expect(poolFaults("jump", [host]).map((found) => found.fault)).toEqual(fault);
  });

  test.each(POOL_NAMES)("%s: no more than the limit", (pool) => {
    const { current } = POOLS[pool].limits;
    const hosts = Array.from({ length: current + 1 }, (_, index) => `h${String(index)}.example.com`);
    expect(poolFaults(pool, hosts.slice(1))).toEqual([]);
    const [fault] = poolFaults(pool, hosts);
    expect(fault).toMatchObject({ list: pool, index: current, fault: "over-limit" });
    expect(fault?.text.en).toContain(`the ${POOLS[pool].name.en} takes: ${String(current)}`);
  });
});

const gap = (list: PoolGap["list"], entry: string, pool: PoolGap["pool"], kind: PoolGap["kind"]): PoolGap => ({ list, entry, pool, kind });

it.each<{ what: string; lists: DomainLists; pools: Pools; gaps: PoolGap[] }>([
  {
    what: "in the pool, with and without a port",
    lists: { requestdomain: ["https://a.cn", "https://a.cn:8443"], udpdomain: ["udp://a.cn"] },
    pools: { server: { published: ["a.cn"] } },
    gaps: [],
  },
  {
    what: "outside",
    lists: { requestdomain: ["https://b.cn"], bizdomain: ["https://b.cn"] },
    pools: { server: { published: ["a.cn"] }, jump: { published: [] } },
    gaps: [gap("bizdomain", "https://b.cn", "jump", "outside"), gap("requestdomain", "https://b.cn", "server", "outside")],
  },
  {
    what: "a business domain below one of the pool",
    lists: { bizdomain: ["m.a.cn", "https://xa.cn"] },
    pools: { jump: { published: ["a.cn"] } },
    gaps: [gap("bizdomain", "https://xa.cn", "jump", "outside")],
  },
  {
    what: "a server domain below one of the pool",
    lists: { requestdomain: ["https://api.a.cn"] },
    pools: { server: { published: ["a.cn"] } },
    gaps: [gap("requestdomain", "https://api.a.cn", "server", "parent-only")],
  },
  {
    what: "only in the testing version",
    lists: { requestdomain: ["https://b.cn"] },
    pools: { server: { published: ["a.cn"], testing: ["a.cn", "b.cn"] } },
    gaps: [gap("requestdomain", "https://b.cn", "server", "testing-only")],
  },
  { what: "an unpublished platform", lists: { requestdomain: ["https://b.cn"] }, pools: { server: { testing: ["b.cn"] } }, gaps: [] },
  { what: "an unknown pool", lists: { requestdomain: ["https://b.cn"] }, pools: { server: {} }, gaps: [] },
  { what: "lists that no pool concerns", lists: { jsdomain: ["b.cn"] }, pools: { server: { published: [] }, jump: { published: [] } }, gaps: [] },
])("$what", ({ lists, pools, gaps }) => {
  expect(poolGaps(lists, pools)).toEqual(gaps);
});
