/** Sends one request: the part of HTTP that is used here, and no more. */
export type Transport = (request: TransportRequest) => Promise<TransportResponse>;

export interface TransportRequest {
  readonly url: URL;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Closes whatever is open, and what is being opened. */
  readonly signal: AbortSignal;
}

export interface TransportResponse {
  readonly status: number;
  /** Where a redirect leads; it is not followed. */
  readonly location: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}
