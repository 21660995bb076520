/** Brings the packages' JavaScript up to date with its sources, in a second; `pnpm build` checks the types first. */
import { writeBundles } from "./bundles.js";

await writeBundles();
