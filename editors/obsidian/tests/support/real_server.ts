/** The language server of an installed notelint, and vaults on disk. */

import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./temporary";

export const NOTELINT = process.env["NOTELINT"] ?? "notelint";

/** Whether there is a notelint that can serve. One that is named must. */
export function canServe(): boolean {
  try {
    execFileSync(NOTELINT, ["server", "--help"], { stdio: "ignore" });
    return true;
  } catch (error) {
    if (process.env["NOTELINT"] !== undefined) throw error;
    return false;
  }
}

export function vaultOnDisk(notes: Record<string, string>): string {
  const root = temporaryFolder();
  mkdirSync(join(root, ".obsidian"));
  for (const [path, content] of Object.entries(notes)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A note with a dash that is mathematics, a ligature and a link that leads nowhere. */
export const SCARRED = "🙂 A ﬁrst sentence$\\textemdash$and [[nowhere]].\n";
