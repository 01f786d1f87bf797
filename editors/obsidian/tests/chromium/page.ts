/** The page: Obsidian's stand-in with the whole plugin in it. Its server runs outside the browser, and
 * messages go over two functions that the test gives the page. */

import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  type Message,
  type MessageReader,
  type MessageWriter,
} from "vscode-languageserver-protocol";
import manifest from "../../manifest.json";
import NotelintPlugin from "../../src/main";
import type { ServerProcess } from "../../src/server_process";
import { extendElements } from "../stub/dom";
import { App } from "../stub/obsidian";

declare global {
  interface Window {
    send(message: string): Promise<void>;
    receive(message: Message): void;
    begin(base: string, notes: Record<string, string>, shown: string): Promise<void>;
  }
}

class Reader extends AbstractMessageReader implements MessageReader {
  listen(callback: DataCallback): Disposable {
    window.receive = callback;
    return { dispose: () => undefined };
  }
}

class Writer extends AbstractMessageWriter implements MessageWriter {
  write(message: Message): Promise<void> {
    return window.send(JSON.stringify(message));
  }

  end(): void {
    // The test ends the server.
  }
}

class Bridged extends NotelintPlugin {
  protected override startServer(): ServerProcess {
    return { reader: new Reader(), writer: new Writer(), ended: new Promise(() => undefined), kill: () => undefined };
  }
}

window.begin = async (base, notes, shown) => {
  extendElements();
  const app = new App(base);
  for (const [path, content] of Object.entries(notes)) app.vault.put(path, content);
  const plugin = new Bridged(app as never, manifest);
  await plugin.onload();
  const file = app.vault.getFileByPath(shown);
  if (file) await app.workspace.getLeaf(false).openFile(file);
  await app.workspace.ensureSideLeaf("notelint-findings");
};
