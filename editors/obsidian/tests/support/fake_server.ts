/** A language server that says what a test has it say, in this process. */

import { PassThrough } from "node:stream";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
} from "vscode-jsonrpc/node";
import type { Ending, ServerProcess } from "../../src/server_process";

type Answer = (params: never) => unknown;

export class FakeServer implements ServerProcess {
  readonly reader: StreamMessageReader;
  readonly writer: StreamMessageWriter;
  readonly ended: Promise<Ending>;
  readonly heard: { method: string; params: unknown }[] = [];
  readonly wire: MessageConnection;
  end: (ending: Ending) => void = () => undefined;
  isKilled = false;

  constructor(answers: Record<string, Answer> = {}) {
    const [there, back] = [new PassThrough(), new PassThrough()];
    this.reader = new StreamMessageReader(back);
    this.writer = new StreamMessageWriter(there);
    this.ended = new Promise((resolve) => (this.end = resolve));
    this.wire = createMessageConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
    const known: Record<string, Answer> = { initialize: () => ({ capabilities: {} }), shutdown: () => null, ...answers };
    this.wire.onRequest((method, params) => {
      this.heard.push({ method, params });
      return known[method]?.(params as never) ?? null;
    });
    this.wire.onNotification((method, params) => {
      this.heard.push({ method, params });
      if (method === "exit") this.end({ code: 0, said: "" });
    });
    this.wire.listen();
  }

  kill(): void {
    this.isKilled = true;
    this.end({ code: null, said: "" });
  }

  /** What was said to it by one method. */
  of(method: string): unknown[] {
    return this.heard.filter((message) => message.method === method).map(({ params }) => params);
  }
}
