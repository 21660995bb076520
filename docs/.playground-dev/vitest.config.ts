import { defineConfig } from "vitest/config";
export default defineConfig({ root: "/work/main", test: { include: ["test/playground/**/*.test.ts"], testTimeout: 120000, hookTimeout: 300000 } });
