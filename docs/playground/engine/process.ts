/** What ESLint's modules ask of Node's `process` while they load: whether they shall measure times. */
Object.assign(globalThis, { process: { env: {} } });

export {};
