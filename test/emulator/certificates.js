import { generateKeyPairSync, randomBytes } from "node:crypto";
import forge from "node-forge";

/**
 * @typedef {object} Identity
 * @property {string} key   PEM.
 * @property {string} cert  PEM.
 *
 * @typedef {object} Authority
 * @property {string} cert  What a client has to trust.
 * @property {(host: string, terms?: { expired?: boolean }) => Identity} issue  A certificate for one host.
 */

const DAY = 86_400_000;

/**
 * A certificate authority that nobody trusts unless told to, such as companies have one.
 * @returns {Authority}
 */
export function startAuthority() {
  const name = [{ name: "commonName", value: "wx-domain test authority" }];
  const own = keyPair();
  const authority = certificate(own.publicKey, name, 9);
  authority.setIssuer(name);
  authority.setExtensions([
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, critical: true },
  ]);
  authority.sign(own.privateKey, forge.md.sha256.create());
  return {
    cert: forge.pki.certificateToPem(authority),
    issue: (host, { expired = false } = {}) => {
      const pair = keyPair();
      const issued = certificate(pair.publicKey, [{ name: "commonName", value: host }], expired ? -1 : 9);
      issued.setIssuer(name);
      issued.setExtensions([{ name: "subjectAltName", altNames: [/^[\d.]+$/.test(host) ? { type: 7, ip: host } : { type: 2, value: host }] }]);
      issued.sign(own.privateKey, forge.md.sha256.create());
      return { key: forge.pki.privateKeyToPem(pair.privateKey), cert: forge.pki.certificateToPem(issued) };
    },
  };
}

/** By Node: forge's own takes seconds. */
function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  return { publicKey: forge.pki.publicKeyFromPem(publicKey), privateKey: forge.pki.privateKeyFromPem(privateKey) };
}

/**
 * @param {forge.pki.rsa.PublicKey} publicKey
 * @param {forge.pki.CertificateField[]} subject
 * @param {number} days  Until it ends; negative: since it ended.
 */
function certificate(publicKey, subject, days) {
  const made = forge.pki.createCertificate();
  made.publicKey = publicKey;
  made.serialNumber = `01${randomBytes(8).toString("hex")}`;
  made.validity.notBefore = new Date(Date.now() - 9 * DAY);
  made.validity.notAfter = new Date(Date.now() + days * DAY);
  made.setSubject(subject);
  return made;
}
