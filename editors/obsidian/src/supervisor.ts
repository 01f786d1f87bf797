/** Keeps a language server running: starts it again when it dies, later each time, and gives up. */

import type { Connection } from "./connection";
import type { Ending, ServerProcess } from "./server_process";

export type State =
  | { readonly is: "stopped" }
  | { readonly is: "starting" }
  | { readonly is: "running"; readonly version: string }
  | { readonly is: "waiting"; readonly why: string }
  | { readonly is: "failed"; readonly why: string };

export interface Beginning {
  start(): ServerProcess;
  connect(process: ServerProcess): Promise<Connection>;
}

const MOST_TRIES = 6;
const LONGEST_WAIT = 60_000;
const SETTLED = 60_000; // one that ran so long had begun well
const PATIENCE = 2_000; // until one that was asked to end is killed
const REFUSED = 2; // the exit code of a call that cannot go well, whenever it is made

export class Supervisor {
  connection: Connection | null = null;
  private process: ServerProcess | null = null;
  private run = 0;
  private wake: () => void = () => undefined;

  constructor(
    private readonly beginning: Beginning,
    private readonly tell: (state: State) => void,
  ) {}

  /** Serve until it is stopped or cannot go on. */
  async serve(): Promise<void> {
    const run = ++this.run;
    for (let tries = 1; run === this.run; tries++) {
      const began = Date.now();
      const why = await this.attempt(run);
      if (run !== this.run) return;
      if (Date.now() - began > SETTLED) tries = 1;
      if (why.isFinal || tries >= MOST_TRIES) {
        this.tell({ is: "failed", why: why.text });
        return;
      }
      this.tell({ is: "waiting", why: why.text });
      await this.pause(Math.min(1000 * 2 ** (tries - 1), LONGEST_WAIT));
    }
  }

  /** Why a server that was started is no more. */
  private async attempt(run: number): Promise<{ text: string; isFinal: boolean }> {
    this.tell({ is: "starting" });
    let process: ServerProcess;
    try {
      process = this.beginning.start();
    } catch (error) {
      return { text: error instanceof Error ? error.message : String(error), isFinal: true };
    }
    this.process = process;
    const isAlive = (): boolean => run === this.run && this.process === process;
    this.beginning.connect(process).then(
      (connection) => {
        if (!isAlive()) return;
        this.connection = connection;
        this.tell({ is: "running", version: connection.version });
      },
      () => process.kill(),
    );
    const ending = await process.ended;
    if (isAlive()) this.process = this.connection = null;
    return { text: told(ending), isFinal: ending.code === REFUSED };
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = window.setTimeout(resolve, milliseconds);
      this.wake = () => {
        window.clearTimeout(timer);
        resolve();
      };
    });
  }

  /** End the server at once, and start none again. */
  kill(): void {
    this.process?.kill();
    void this.stop();
  }

  /** End the server, and start none again. */
  async stop(): Promise<void> {
    const { process, connection } = this;
    this.run++;
    this.process = this.connection = null;
    this.wake();
    this.tell({ is: "stopped" });
    if (process === null) return;
    const timer = window.setTimeout(() => process.kill(), PATIENCE);
    if (connection === null) process.kill();
    else await connection.stop();
    await process.ended;
    window.clearTimeout(timer);
  }
}

function told({ code, said }: Ending): string {
  const last = said.split("\n").slice(-3).join("\n");
  return last || `The language server ended${code === null ? "" : ` with exit code ${code}`}.`;
}
