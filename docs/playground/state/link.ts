import { asProgram, type Program } from "./program.ts";

/** What a page's hash asks for. */
export type Asked =
  | { readonly kind: "nothing" }
  | { readonly kind: "example"; readonly id: string }
  | { readonly kind: "program"; readonly program: Program }
  /** A link that was cut off or made up. */
  | { readonly kind: "broken" };

const STATE = "#state=";
const EXAMPLE = "#example=";

/** A link grows with what is typed; what unpacks to more than this many bytes is no program of ours. */
const MAX_BYTES = 2_000_000;

/** The hash that carries a program: JSON, deflated, in base64url. */
export async function hashOf(program: Program): Promise<string> {
  const text = new Blob([JSON.stringify(program)]).stream();
  const packed = await new Response(text.pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
  const binary = Array.from(new Uint8Array(packed), (byte) => String.fromCharCode(byte)).join("");
  return STATE + btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

export async function readHash(hash: string): Promise<Asked> {
  if (hash.startsWith(EXAMPLE)) return { kind: "example", id: decoded(hash.slice(EXAMPLE.length)) };
  if (!hash.startsWith(STATE)) return { kind: "nothing" };
  try {
    const program = asProgram(JSON.parse(await unpack(hash.slice(STATE.length))));
    return program === undefined ? { kind: "broken" } : { kind: "program", program };
  } catch {
    // No base64, no deflated data, no JSON, or too much of it.
    return { kind: "broken" };
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function unpack(text: string): Promise<string> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const packed = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let unpacked = "";
  let bytes = 0;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw new RangeError("The link holds too much.");
    }
    unpacked += decoder.decode(part.value, { stream: true });
  }
  return unpacked + decoder.decode();
}
