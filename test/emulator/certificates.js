import { generate } from "selfsigned";

/**
 * @typedef {object} Identity
 * @property {string} key   PEM.
 * @property {string} cert  PEM.
 *
 * @typedef {object} Authority
 * @property {string} cert  What a client has to trust.
 * @property {(host: string, terms?: { expired?: boolean }) => Promise<Identity>} issue  A certificate for one host.
 */

const DAY = 86_400_000;

/**
 * A certificate authority that nobody trusts unless told to, such as companies have one.
 * @returns {Promise<Authority>}
 */
export async function startAuthority() {
  const authority = await generate([{ name: "commonName", value: "wx-domain test authority" }], {
    algorithm: "sha256",
    extensions: [{ name: "basicConstraints", cA: true, critical: true }],
  });
  return {
    cert: authority.cert,
    issue: async (host, { expired = false } = {}) => {
      const now = Date.now();
      const { private: key, cert } = await generate([{ name: "commonName", value: host }], {
        algorithm: "sha256",
        notBeforeDate: new Date(now - 9 * DAY),
        notAfterDate: new Date(now + (expired ? -1 : 9) * DAY),
        ca: { key: authority.private, cert: authority.cert },
        extensions: [{ name: "subjectAltName", altNames: /^\d/.test(host) ? [{ type: 7, ip: host }] : [{ type: 2, value: host }] }],
      });
      return { key, cert };
    },
  };
}
