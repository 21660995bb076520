#!/usr/bin/env node
import { existsSync } from "node:fs";

if (existsSync(new URL("../dist/main.js", import.meta.url))) {
  const { runFromProcess } = await import("#main");
  await runFromProcess();
} else {
  process.stderr.write(
    "wx-domain is not built yet: run `pnpm build` in the repository first. / wx-domain 尚未构建：请先在仓库中运行 `pnpm build`。\n",
  );
  process.exitCode = 2;
}
