/** The language server as a child process. */

import { spawn } from "node:child_process";
import { homedir } from "node:os";
import {
  StreamMessageReader,
  StreamMessageWriter,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver-protocol/node";

/** How a process ended: `code` is null where a signal did it or it never began. */
export interface Ending {
  readonly code: number | null;
  readonly said: string;
}

export interface ServerProcess {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  readonly ended: Promise<Ending>;
  kill(): void;
}

const KEPT = 2000; // characters of what it says on the side

/** It runs at home, not in the vault, in which it might meet files that are not meant for it. */
export function startProcess(program: string): ServerProcess {
  const child = spawn(program, ["server"], { cwd: homedir(), windowsHide: true });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    said = (said + part).slice(-KEPT);
  });
  child.stdin.on("error", () => undefined); // of one that is gone: `ended` tells it
  const ended = new Promise<Ending>((resolve) => {
    child.on("error", (error) => resolve({ code: null, said: error.message }));
    child.on("close", (code) => resolve({ code, said: said.trim() }));
  });
  return {
    reader: new StreamMessageReader(child.stdout),
    writer: new StreamMessageWriter(child.stdin),
    ended,
    kill: () => void child.kill(),
  };
}
