/** Where notelint is installed on this machine. It is only ever looked for. */

import { accessSync, constants, statSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import { Platform } from "obsidian";

export const HOW_TO_INSTALL =
  "Install it with “uv tool install 'notelint[server]'” or “pipx install 'notelint[server]'”," +
  " or say in the settings where it is.";

/** An app that was not started from a terminal often has a shorter PATH than one's shell: these are
 * the folders that pip, pipx, uv and Homebrew put programs into. */
const USUAL_FOLDERS = ["~/.local/bin", "/opt/homebrew/bin", "/usr/local/bin"];

/** The program to start: the one that was chosen, else the first that is found.
 *
 * A relative path is refused: with it, a vault could bring a program of its own. */
export function findProgram(chosen: string, searched = process.env["PATH"] ?? ""): string {
  const given = atHome(chosen.trim());
  if (given !== "") {
    if (isAbsolute(given) && isProgram(given)) return given;
    throw new Error(`There is no program at “${chosen.trim()}”. ${HOW_TO_INSTALL}`);
  }
  const folders = [...searched.split(delimiter), ...USUAL_FOLDERS.map(atHome)].filter(isAbsolute);
  const name = Platform.isWin ? "notelint.exe" : "notelint";
  const found = folders.map((folder) => join(folder, name)).find(isProgram);
  if (found === undefined) throw new Error(`notelint was not found. ${HOW_TO_INSTALL}`);
  return found;
}

function atHome(path: string): string {
  return path.replace(/^~(?=[/\\])/, homedir());
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
