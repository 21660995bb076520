import { expect, it } from "vitest";
import { mayBeSlip } from "../../src/scan/slip.ts";

it.each<[entry: string, listed: string, isSlip: boolean]>([
  ["https://api.exmaple.com", "https://api.example.com", true],
  ["https://api.example.co", "https://api.example.com", true],
  ["https://api.example.com", "https://api.exampla.com", true],
  ["https://api.example.com:8443", "https://api.example.com", true],
  ["www.exampel.com", "www.example.com", true],
  ["https://pay.example.com", "https://api.example.com", false],
  ["help.example.com", "www.example.com", false],
  ["https://api.example.com", "https://example.com", false],
])("%s for %s: %s", (entry, listed, isSlip) => {
  expect(mayBeSlip(entry, listed)).toBe(isSlip);
});
