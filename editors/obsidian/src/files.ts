/** What becomes of the vault's files, told to the server. */

import { TFile, type EventRef, type TAbstractFile, type Vault } from "obsidian";
import { FileChangeType, type FileEvent } from "vscode-languageserver-protocol";
import type { Addresses } from "./addresses";

export function watchFiles(vault: Vault, addresses: Addresses, tell: (changes: FileEvent[]) => void): EventRef[] {
  const told = (type: FileChangeType, path: string): FileEvent => ({ uri: addresses.uri(path), type });
  const hear = (type: FileChangeType) => (file: TAbstractFile) => {
    if (file instanceof TFile) tell([told(type, file.path)]);
  };
  return [
    vault.on("create", hear(FileChangeType.Created)),
    vault.on("modify", hear(FileChangeType.Changed)),
    vault.on("delete", hear(FileChangeType.Deleted)),
    vault.on("rename", (file, before) => {
      if (!(file instanceof TFile)) return;
      tell([told(FileChangeType.Deleted, before), told(FileChangeType.Created, file.path)]);
    }),
  ];
}
