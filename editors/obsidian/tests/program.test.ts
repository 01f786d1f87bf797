import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, relative } from "node:path";
import { expect, test } from "vitest";
import { findProgram } from "../src/program";
import { temporaryFolder } from "./support/temporary";

function folderWith(name: string, mode = 0o755): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), "");
  chmodSync(join(folder, name), mode);
  return folder;
}

test("the first one on the path is found", () => {
  const [empty, first, second] = [folderWith("other"), folderWith("notelint"), folderWith("notelint")];
  expect(findProgram("", [empty, first, second].join(delimiter))).toBe(join(first, "notelint"));
});

test("what is chosen comes before what is found", () => {
  const chosen = join(folderWith("mine"), "mine");
  expect(findProgram(` ${chosen} `, folderWith("notelint"))).toBe(chosen);
});

test("what is chosen and not there is said", () => {
  expect(() => findProgram("/no/such/notelint", folderWith("notelint"))).toThrow("no program at “/no/such/notelint”");
  expect(() => findProgram("~/no/such/notelint", "")).toThrow("install 'notelint[server]'");
});

test("nothing relative is started, which a vault could bring", () => {
  const folder = folderWith("notelint");
  expect(() => findProgram(join(relative(process.cwd(), folder), "notelint"), "")).toThrow("no program");
  expect(findProgram("", [relative(process.cwd(), folder), folderWith("notelint")].join(delimiter))).not.toContain(folder);
});

test("a folder is no program, nor is what may not be run", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "notelint"));
  const found = folderWith("notelint");
  expect(findProgram("", [folder, found].join(delimiter))).toBe(join(found, "notelint"));
  if (process.getuid?.() !== 0) {
    expect(findProgram("", [folderWith("notelint", 0o644), found].join(delimiter))).toBe(join(found, "notelint"));
  }
});

test("where it is not found it is said how it is installed", () => {
  const isInstalled = [`${homedir()}/.local/bin`, "/opt/homebrew/bin", "/usr/local/bin"].some((folder) => {
    try {
      return findProgram(join(folder, "notelint"), "") !== "";
    } catch {
      return false;
    }
  });
  if (!isInstalled) expect(() => findProgram("", "")).toThrow(/was not found.*pipx install 'notelint\[server\]'/);
});
