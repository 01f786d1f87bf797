import { beforeEach, expect, test, vi } from "vitest";
import type { CodeAction } from "vscode-languageserver-protocol";
import manifest from "../manifest.json";
import type { Diagnostic } from "vscode-languageserver-protocol";
import { Menu, Modal, Notice, type MarkdownView, type Plugin } from "./stub/obsidian";
import { FakeServer } from "./support/fake_server";
import { desk, marked } from "./support/plugin";
import { finding, range } from "./support/places";

beforeEach(() => void Notice.shown.splice(0));

const WRITE: CodeAction = {
  title: "write `two` (safe)",
  edit: { changes: { "file:///v/a.md": [{ range: range(0, 0, 3), newText: "two" }] } },
};

async function plugged(actions: CodeAction[] = [WRITE], found: Diagnostic[] = [finding(range(0, 0, 3))]) {
  const server = new FakeServer({
    "textDocument/diagnostic": () => ({ kind: "full", items: found }),
    "textDocument/codeAction": ({ context }: { context: { only: string[] } }) =>
      context.only[0] === "quickfix" ? actions : actions.slice(0, 1),
    "workspace/diagnostic": () => ({ items: [{ uri: "file:///v/b.md", kind: "full", version: null, items: found }] }),
  });
  const made = await desk("/v", { "a.md": "one", "b.md": "one" }, () => server);
  return { ...made, server, stub: made.plugin as unknown as Plugin };
}

const waitForMark = (view: MarkdownView) => vi.waitFor(() => expect(marked(view.editor.cm)).toEqual(["one"]));

async function chosen(title: string): Promise<void> {
  const item = await vi.waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>(".suggestion-item")];
    expect(found.map(({ textContent }) => textContent)).toContain(title);
    return found.find(({ textContent }) => textContent === title);
  });
  item?.click();
}

test("commands have no keys of their own, and none names the plugin", async () => {
  const { stub } = await plugged();
  const commands = [...stub.commands.values()];
  expect(commands.map(({ id }) => id)).toEqual(["show-findings", "restart", "fix-all-safe", "fix", "next", "previous"]);
  expect(commands.every((command) => command.hotkeys === undefined && !/notelint/i.test(command.name))).toBe(true);
});

test("in an editor that shows no note its commands are not there", async () => {
  const { show, command, app } = await plugged();
  app.vault.put("c.canvas", "");
  const view = await show("a.md");
  await waitForMark(view);
  expect(command("next", view)).toBe(true);
  expect(command("next", undefined)).toBe(false);
});

test("a finding is fixed from the list of what can be done", async () => {
  const { show, command } = await plugged();
  const view = await show("a.md");
  await waitForMark(view);
  command("fix", view);
  await chosen("write two (safe)");
  await vi.waitFor(() => expect(view.editor.getValue()).toBe("two"));
});

test("all that is safe is fixed", async () => {
  const { show, command } = await plugged();
  const view = await show("a.md");
  await waitForMark(view);
  command("fix-all-safe", view);
  await vi.waitFor(() => expect(view.editor.getValue()).toBe("two"));
});

test("where nothing can be done, that is said", async () => {
  const { show, command } = await plugged([]);
  const view = await show("a.md");
  await waitForMark(view);
  command("fix", view);
  command("fix-all-safe", view);
  await vi.waitFor(() => expect(Notice.shown).toHaveLength(2));
});

test("the menu of the editor offers a fix at a finding only", async () => {
  const { app, show } = await plugged();
  const view = await show("a.md");
  await waitForMark(view);
  const menu = new Menu();
  app.workspace.trigger("editor-menu", menu, view.editor, view);
  expect(menu.items.map(({ title }) => title)).toEqual(["Fix or allow finding"]);
  menu.items[0]?.act();
  await chosen("write two (safe)");
  await vi.waitFor(() => expect(view.editor.getValue()).toBe("two"));
  view.editor.transaction({ changes: [{ from: { line: 0, ch: 3 }, text: "\n\n" }] });
  view.editor.setSelection({ line: 2, ch: 0 }, { line: 2, ch: 0 });
  const other = new Menu();
  app.workspace.trigger("editor-menu", other, view.editor, view);
  expect(other.items).toEqual([]);
});

test("from the pane one goes to a note that is closed, and fixes it there", async () => {
  const actions = [{ ...WRITE, edit: { changes: { "file:///v/b.md": [{ range: range(0, 0, 3), newText: "two" }] } } }];
  const { app, command } = await plugged(actions);
  command("show-findings");
  const group = await vi.waitFor(() => {
    const found = document.querySelector<HTMLDetailsElement>("details");
    expect(found?.textContent).toContain("b1");
    return found;
  });
  if (group) group.open = true;
  group?.dispatchEvent(new Event("toggle"));
  document.querySelector<HTMLElement>("[aria-label='Fix or allow']")?.click();
  await chosen("write two (safe)");
  await vi.waitFor(() => expect((app.workspace.getLeaf(false).view as MarkdownView).editor.getValue()).toBe("two"));
});

test("the status bar tells how many findings the note has, and a click opens the pane", async () => {
  const { app, stub, show } = await plugged();
  await waitForMark(await show("a.md"));
  const status = stub.statusBar.querySelector<HTMLElement>(".status-bar-item");
  expect(status?.textContent).toBe("1 finding");
  status?.click();
  await vi.waitFor(() => expect(app.workspace.getLeavesOfType("notelint-findings")).toHaveLength(1));
});

test("marks can be switched off and on", async () => {
  const { plugin, show } = await plugged();
  const view = await show("a.md");
  await waitForMark(view);
  plugin.settings.marks = false;
  await plugin.saveSettings();
  expect(marked(view.editor.cm)).toEqual([]);
  plugin.settings.marks = true;
  await plugin.saveSettings();
  await waitForMark(view);
});

test("a renamed note is followed, a deleted one forgotten", async () => {
  const { app, plugin, server, show } = await plugged();
  const view = await show("a.md");
  await waitForMark(view);
  if (view.file) app.vault.rename(view.file, "c.md");
  await vi.waitFor(() => expect(plugin.findings.paths).toEqual(["c.md"]));
  expect(server.of("textDocument/didClose")).toEqual([{ textDocument: { uri: "file:///v/a.md" } }]);
  app.vault.trigger("delete", view.file);
  expect(plugin.findings.paths).toEqual([]);
});

test("where there is no program, it is said how to get it", async () => {
  const { plugin } = await desk("/v", {}, () => {
    throw new Error("notelint was not found.");
  });
  await vi.waitFor(() => expect(Notice.shown).toEqual(["notelint: notelint was not found."]));
  expect(plugin.trouble()).toBe("notelint was not found.");
});

test("a page that explains is shown", async () => {
  const { plugin } = await plugged();
  plugin.explain("### a rule");
  expect(Modal.last?.contentEl.textContent).toBe("### a rule");
});

test("nothing is left when it is unloaded", async () => {
  const { plugin, server, show } = await plugged();
  const view = await show("a.md");
  await waitForMark(view);
  plugin.unload();
  await server.ended;
  expect(server.of("exit")).toHaveLength(1);
  expect(marked(view.editor.cm)).toEqual([]);
});

test("the server goes with the window", async () => {
  const { server, show } = await plugged();
  await waitForMark(await show("a.md"));
  window.dispatchEvent(new Event("beforeunload"));
  expect(server.isKilled).toBe(true);
});

test("to be fixed, a note that is read is edited", async () => {
  const { app, plugin, show, command } = await plugged();
  const view = await show("a.md");
  await waitForMark(view);
  view.mode = "preview";
  app.workspace.trigger("layout-change");
  expect(command("fix", view)).toBe(true);
  plugin.fix("a.md", finding(range(0, 0, 3)));
  await chosen("write two (safe)");
  await vi.waitFor(() => expect([view.mode, view.editor.getValue()]).toEqual(["source", "two"]));
});

test("its manifest is as Obsidian wants it", async () => {
  const { default: versions } = await import("../versions.json");
  const { default: made } = await import("../package.json");
  expect(manifest).toMatchObject({ id: "notelint", isDesktopOnly: true, version: made.version });
  expect(manifest.description).toMatch(/^[A-Z].{10,250}\.$/);
  expect(versions).toHaveProperty([manifest.version], manifest.minAppVersion);
});
