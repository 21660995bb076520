import { expect, it } from "vitest";
import { Redactor } from "../src/redactor.ts";

it.each([
  { text: "see s3cr3t/+= here", clean: "see *** here" },
  { text: "https://h/?x=s3cr3t%2F%2B%3D", clean: "https://h/?x=***" },
  { text: "https://S3CR3T%2f%2b%3d.example", clean: "https://***.example" },
  { text: "https://h/?access_token=abc&y=1", clean: "https://h/?access_token=***&y=1" },
  { text: '{"secret":"abc","appid":"wx1"}', clean: '{"secret":"***","appid":"wx1"}' },
  { text: "authorizer_refresh_token: abc", clean: "authorizer_refresh_token: ***" },
  { text: "invalid access_token rid: 1-2", clean: "invalid access_token rid: 1-2" },
])("$text", ({ text, clean }) => {
  expect(new Redactor(["s3cr3t/+="]).redact(text)).toBe(clean);
});

it("leaves what is no known secret in what the user is shown of their own", () => {
  expect(new Redactor().mask("https://h/?secret=abc")).toBe("https://h/?secret=abc");
});

it("masks the longer of two secrets whole", () => {
  expect(new Redactor(["abcdef", "abcdefgh"]).redact("abcdefgh")).toBe("***");
});

it("masks a secret that came later", () => {
  const redactor = new Redactor();
  redactor.add("fresh-token");
  expect(redactor.redact("fresh-token")).toBe("***");
});
