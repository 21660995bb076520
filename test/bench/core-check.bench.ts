import { bench, describe } from "vitest";
import { compileLists } from "@wx-domain/core";

/** The rows of one question should show the same time, whatever the length of the list. */
const LENGTHS = [1, 200, 20_000];

const QUESTIONS = [
  ["listed", "https://h0.example.com/v1?x=1", "request"],
  ["not listed", "https://other.cn/v1", "request"],
  ["a typo", "https://h0.exmaple.com/v1", "request"],
  ["socket, not listed", "wss://h0xexample.cn", "connectSocket"],
  ["page on a subdomain", "https://a.b.h0.example.com/x", "web-view"],
] as const;

for (const [name, url, call] of QUESTIONS) {
  describe(name, () => {
    for (const length of LENGTHS) {
      const hosts = Array.from({ length }, (_, i) => `h${String(i)}.example.com`);
      const compiled = compileLists({
        requestdomain: hosts.map((host) => `https://${host}`),
        wsrequestdomain: hosts.map((host) => `wss://${host}`),
        bizdomain: hosts,
      });
      compiled.check(url, call);
      bench(`${String(length)} entries`, () => {
        compiled.check(url, call);
      });
    }
  });
}
