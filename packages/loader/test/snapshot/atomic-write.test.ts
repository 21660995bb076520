import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeAtomically } from "../../src/snapshot/atomic-write.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "wx-domain-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("replaces the text, keeps the permissions, leaves nothing beside it", async () => {
  const file = join(folder, "a.json");
  await writeFile(file, "old");
  await chmod(file, 0o600);
  await writeAtomically(file, "new");
  expect(await readFile(file, "utf8")).toBe("new");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["a.json"]);
});

it("puts another file in the old one's place: who has it open reads on undisturbed", async () => {
  const file = join(folder, "a.json");
  await writeFile(file, "old");
  const before = await stat(file);
  await writeAtomically(file, "new");
  expect((await stat(file)).ino).not.toBe(before.ino);
});

it("follows a link", async () => {
  await writeFile(join(folder, "target.json"), "old");
  await symlink("target.json", join(folder, "link.json"));
  await writeAtomically(join(folder, "link.json"), "new");
  expect((await lstat(join(folder, "link.json"))).isSymbolicLink()).toBe(true);
  expect(await readFile(join(folder, "target.json"), "utf8")).toBe("new");
});

it("leaves no trace of a failure", async () => {
  await mkdir(join(folder, "a.json", "inside"), { recursive: true });
  await expect(writeAtomically(join(folder, "a.json"), "new")).rejects.toThrow();
  expect(await readdir(folder)).toEqual(["a.json"]);
});
