/** The files of the vault, as Obsidian names them and as the language server does. */

import { normalizePath } from "obsidian";

export class Addresses {
  readonly root: string;

  /** `base` is the folder of the vault, as the system writes it. */
  constructor(base: string) {
    const slashed = base.replaceAll("\\", "/").replace(/\/+$/, "");
    const path = slashed.startsWith("//") ? slashed : `//${slashed.startsWith("/") ? "" : "/"}${slashed}`;
    this.root = `file:${path.split("/").map(encoded).join("/")}`;
  }

  uri(path: string): string {
    return `${this.root}/${path.split("/").map(encoded).join("/")}`;
  }

  /** The path of a file in the vault; null for one that is outside. */
  path(uri: string): string | null {
    const [root, file] = [decoded(this.root), decoded(uri)];
    if (root === null || !file?.startsWith(`${root}/`)) return null;
    const path = file.slice(root.length + 1);
    return path.split("/").includes("..") ? null : normalizePath(path);
  }
}

function encoded(name: string): string {
  return encodeURIComponent(name).replace(/^([A-Za-z])%3A$/, "$1:");
}

function decoded(uri: string): string | null {
  try {
    return decodeURIComponent(uri);
  } catch {
    return null;
  }
}
