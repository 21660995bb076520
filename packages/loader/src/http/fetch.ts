/** As much of the standard's `fetch` as is used here: Node's own has it, and so has undici's, whose types are others. */
export type Fetch = (url: URL, terms: FetchTerms) => Promise<FetchedResponse>;

interface FetchTerms {
  readonly method: "GET" | "POST";
  readonly redirect: "manual";
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface FetchedResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: AsyncIterable<Uint8Array> | null;
}
