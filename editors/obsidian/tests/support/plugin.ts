/** The whole plugin in a vault of some notes, with a server of the test's choice. */

import type { EditorView } from "@codemirror/view";
import { onTestFinished } from "vitest";
import manifest from "../../manifest.json";
import NotelintPlugin from "../../src/main";
import type { ServerProcess } from "../../src/server_process";
import { App, MarkdownView } from "../stub/obsidian";

class Tried extends NotelintPlugin {
  constructor(
    app: App,
    private readonly begin: () => ServerProcess,
  ) {
    super(app as never, manifest);
  }

  protected override startServer(): ServerProcess {
    return this.begin();
  }
}

export interface Desk {
  readonly app: App;
  readonly plugin: NotelintPlugin;
  show(path: string, isNew?: boolean): Promise<MarkdownView>;
  command(id: string, view?: MarkdownView): boolean;
}

export async function desk(base: string, notes: Record<string, string>, begin: () => ServerProcess): Promise<Desk> {
  const app = new App(base);
  for (const [path, content] of Object.entries(notes)) app.vault.put(path, content);
  const plugin = new Tried(app, begin);
  await plugin.onload();
  onTestFinished(() => {
    plugin.unload();
    document.body.replaceChildren();
  });
  return { app, plugin, show: (path, isNew = false) => show(app, path, isNew), command: (id, view) => command(plugin, id, view) };
}

async function show(app: App, path: string, isNew: boolean): Promise<MarkdownView> {
  const file = app.vault.getFileByPath(path);
  const leaf = app.workspace.getLeaf(isNew);
  if (file) await leaf.openFile(file);
  if (!(leaf.view instanceof MarkdownView)) throw new Error("it shows no note");
  return leaf.view;
}

/** Whether a command can be called; then it is. */
function command(plugin: NotelintPlugin, id: string, view?: MarkdownView): boolean {
  const { commands } = plugin as unknown as { commands: Map<string, { callback?(): void; editorCheckCallback?(isAsked: boolean, editor: unknown): boolean }> };
  const called = commands.get(id);
  called?.callback?.();
  if (!called?.editorCheckCallback) return called !== undefined;
  return called.editorCheckCallback(true, view?.editor) && called.editorCheckCallback(false, view?.editor);
}

/** The marked stretches of an editor. */
export function marked(view: EditorView): string[] {
  return [...view.dom.querySelectorAll(".notelint-mark")].map((element) => element.textContent ?? "");
}
