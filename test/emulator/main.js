#!/usr/bin/env node
/** Starts the emulator for a person who has no account: prints what to run next, and serves until Ctrl-C. */
import { parseArgs } from "node:util";
import { DEMO_ACCOUNT, DEMO_PLATFORM } from "./account.js";
import { ENDPOINTS } from "./endpoints.js";
import { FAULTS } from "./faults.js";
import { startEmulator } from "./server.js";

const USAGE = `Usage: node test/emulator/main.js [--port N] [--fault ENDPOINT=FAULT]...

Plays WeChat's server API on this machine. ENDPOINT is one of
  ${ENDPOINTS.map((row) => row.name).join(" ")}
FAULT is what every call of it meets, such as errcode:40125, status:503, hang-before-headers:
  ${Object.keys(FAULTS).join(" ")}
`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    fault: { type: "string", multiple: true, default: [] },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  process.stdout.write(USAGE);
} else {
  const emulator = await startEmulator({ port: Number(values.port) });
  for (const text of values.fault) {
    const [endpoint = "", ...fault] = text.split("=");
    emulator.always(endpoint, fault.join("="));
  }
  process.stdout.write(`WeChat's server API, emulated, at ${emulator.url} (Ctrl-C ends it). In another terminal:

  export WX_APPID=${DEMO_ACCOUNT.appid} WX_APPSECRET=${DEMO_ACCOUNT.secret}
  node packages/cli/bin/wx-domain.js pull --endpoint ${emulator.url}

  export WX_COMPONENT_APPID=${DEMO_PLATFORM.appid} WX_COMPONENT_TOKEN=${DEMO_PLATFORM.token}
  node packages/cli/bin/wx-domain.js jump-domain get --endpoint ${emulator.url}
`);
}
