import { expect, test } from "vitest";
import { maskSecrets } from "../../src/report/mask.ts";

test.each([
  ["https://h.example.com/x?a=1", "https://h.example.com/x?a=1"],
  ["https://h.example.com/x?secret=abc&b=2", "https://h.example.com/x?secret=***&b=2"],
  ["https://h.example.com/x?ACCESS_TOKEN=abc#d", "https://h.example.com/x?ACCESS_TOKEN=***#d"],
  ["https://h.example.com/0123456789abcdef0123456789ABCDEF/x", "https://h.example.com/***/x"],
  ["https://h.example.com/0123456789abcdef0123456789abcdef.png?w=1", "https://h.example.com/0123456789abcdef0123456789abcdef.png?w=1"],
  ["https://h.example.com/0123456789abcdef0123456789abcdef.js", "https://h.example.com/***.js"],
])("%s", (url, shown) => {
  expect(maskSecrets(url)).toBe(shown);
});
