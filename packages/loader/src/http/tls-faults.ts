import type { Localized } from "@wx-domain/core";

/** What is wrong with a server's certificate, as far as a reader can act on it. */
export type TlsFault = "expired" | "wrong-host" | "unknown-issuer" | "protocol";

/** Node's codes of a failed TLS handshake (documentation of `node:tls`, "X509 certificate error codes"). */
const FAULT_OF_CODE: Readonly<Record<string, TlsFault>> = {
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "expired",
  ERR_TLS_CERT_ALTNAME_INVALID: "wrong-host",
  HOSTNAME_MISMATCH: "wrong-host",
  DEPTH_ZERO_SELF_SIGNED_CERT: "unknown-issuer",
  SELF_SIGNED_CERT_IN_CHAIN: "unknown-issuer",
  UNABLE_TO_GET_ISSUER_CERT: "unknown-issuer",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "unknown-issuer",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unknown-issuer",
  CERT_UNTRUSTED: "unknown-issuer",
  CERT_REJECTED: "unknown-issuer",
  CERT_REVOKED: "unknown-issuer",
  CERT_CHAIN_TOO_LONG: "unknown-issuer",
  CERT_SIGNATURE_FAILURE: "unknown-issuer",
  INVALID_CA: "unknown-issuer",
  EPROTO: "protocol",
};

/** Undefined: the code is none of a TLS handshake. */
export function tlsFault(code: string): TlsFault | undefined {
  return FAULT_OF_CODE[code] ?? (code.startsWith("ERR_SSL_") ? "protocol" : undefined);
}

/** Completes "the certificate of HOST …", or says what else went wrong there. */
export const TLS_FAULT_TEXTS: Readonly<Record<TlsFault, Localized>> = {
  expired: { en: "its certificate has expired or is not valid yet", "zh-CN": "其证书已过期或尚未生效" },
  "wrong-host": { en: "its certificate is for another host", "zh-CN": "其证书属于其他域名" },
  "unknown-issuer": {
    en: "its certificate comes from an issuer that this machine does not trust",
    "zh-CN": "其证书的签发者不受本机信任",
  },
  protocol: { en: "it speaks no TLS that this machine accepts", "zh-CN": "其 TLS 协议不被本机接受" },
};
