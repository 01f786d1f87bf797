/** The plugin and the server of an installed notelint, as they meet in Obsidian. */

import { execFileSync } from "node:child_process";
import { expect, test, vi } from "vitest";
import { startProcess, type ServerProcess } from "../src/server_process";
import { Modal, Notice, type MarkdownView } from "./stub/obsidian";
import { desk, marked, type Desk } from "./support/plugin";
import { canServe, NOTELINT, SCARRED, vaultOnDisk } from "./support/real_server";

const SLOW = { timeout: 50_000, interval: 50 };

async function served(notes: Record<string, string>): Promise<Desk> {
  Notice.shown.length = 0;
  const root = vaultOnDisk(notes);
  return desk(root, notes, () => startProcess(NOTELINT));
}

async function choose(title: string): Promise<void> {
  const wanted = await vi.waitFor(() => {
    const found = [...document.querySelectorAll<HTMLElement>(".suggestion-item")];
    const item = found.find(({ textContent }) => textContent === title);
    if (!item) throw new Error(`offered: ${found.map(({ textContent }) => textContent).join(", ")}`);
    return item;
  }, SLOW);
  wanted.click();
}

async function waitForMarks(view: MarkdownView, expected: string[]): Promise<void> {
  await vi.waitFor(() => expect(marked(view.editor.cm)).toEqual(expected), SLOW);
}

async function waitForText(view: MarkdownView, expected: string): Promise<void> {
  await vi.waitFor(() => expect(view.editor.getValue()).toBe(expected), SLOW);
}

const serving = test.runIf(canServe());

serving("a finding is marked, fixed by choice, and the fix undone", async () => {
  const { show, command } = await served({ "a.md": SCARRED });
  const view = await show("a.md");
  await waitForMarks(view, ["ﬁ", "$\\textemdash$", "[[nowhere]]"]);
  view.editor.setSelection({ line: 0, ch: 5 }, { line: 0, ch: 5 });
  expect(command("fix", view)).toBe(true);
  await choose("write fi (safe)");
  await waitForText(view, SCARRED.replace("ﬁ", "fi"));
  await waitForMarks(view, ["$\\textemdash$", "[[nowhere]]"]);
  view.editor.undo();
  expect(view.editor.getValue()).toBe(SCARRED);
  await waitForMarks(view, ["ﬁ", "$\\textemdash$", "[[nowhere]]"]);
});

serving("what is typed counts, not what is on disk, and in every place", async () => {
  const { show } = await served({ "a.md": "# One\n", "b.md": "[[a#One]]\n" });
  const [a, b] = [await show("a.md"), await show("b.md", true)];
  a.editor.transaction({ changes: [{ from: { line: 0, ch: 2 }, to: { line: 0, ch: 5 }, text: "Two" }] });
  await waitForMarks(b, ["[[a#One]]"]);
});

serving("all that is safe is fixed in one step", async () => {
  const { show, command } = await served({ "a.md": SCARRED });
  const view = await show("a.md");
  await waitForMarks(view, ["ﬁ", "$\\textemdash$", "[[nowhere]]"]);
  command("fix-all-safe", view);
  await waitForText(view, "🙂 A first sentence—and [[nowhere]].\n");
  view.editor.undo();
  expect(view.editor.getValue()).toBe(SCARRED);
});

serving("a finding is allowed where it stands", async () => {
  const { show, command } = await served({ "a.md": SCARRED });
  const view = await show("a.md");
  await waitForMarks(view, ["ﬁ", "$\\textemdash$", "[[nowhere]]"]);
  view.editor.setSelection({ line: 0, ch: 5 }, { line: 0, ch: 5 });
  command("fix", view);
  await choose("allow ligature here");
  await waitForMarks(view, ["$\\textemdash$", "[[nowhere]]"]);
  expect(view.editor.getValue()).toContain("%% notelint: allow ligature %%");
});

serving("a rule is explained", async () => {
  const { show, command } = await served({ "a.md": SCARRED });
  const view = await show("a.md");
  await waitForMarks(view, ["ﬁ", "$\\textemdash$", "[[nowhere]]"]);
  view.editor.setSelection({ line: 0, ch: 5 }, { line: 0, ch: 5 });
  command("fix", view);
  await choose("explain ligature");
  await vi.waitFor(() => expect(Modal.last?.contentEl.textContent).toMatch(/ligature.*NL403/s), SLOW);
});

serving("the pane lists the whole vault, and what comes and goes on disk", async () => {
  const notes = { "a.md": SCARRED, "folder/b.md": "ﬁ\n", "c.md": "[[d]]\n" };
  const { app, command } = await served(notes);
  command("show-findings");
  const rows = (): string[] => [...document.querySelectorAll("summary")].map(({ textContent }) => textContent ?? "");
  await vi.waitFor(() => expect(rows()).toEqual(["a3", "c1", "folder/b1"]), SLOW);
  execFileSync("touch", [`${app.vault.adapter.getBasePath()}/d.md`]);
  app.vault.put("d.md", "");
  await vi.waitFor(() => expect(rows()).toEqual(["a3", "folder/b1"]), SLOW);
});

serving("the server ends with the plugin", async () => {
  const root = vaultOnDisk({ "a.md": SCARRED });
  const server = startProcess(NOTELINT);
  const { plugin, show } = await desk(root, { "a.md": SCARRED }, () => server);
  await waitForMarks(await show("a.md"), ["ﬁ", "$\\textemdash$", "[[nowhere]]"]);
  plugin.unload();
  expect(await server.ended).toEqual({ code: 0, said: "" });
});

serving("one that is killed is started again, and knows what was typed meanwhile", async () => {
  const root = vaultOnDisk({ "a.md": "one\n" });
  const servers: ServerProcess[] = [];
  const { show, plugin } = await desk(root, { "a.md": "one\n" }, () => {
    servers.push(startProcess(NOTELINT));
    return servers.at(-1) as ServerProcess;
  });
  const view = await show("a.md");
  await vi.waitFor(() => expect(plugin.state.is).toBe("running"), SLOW);
  servers[0]?.kill();
  await vi.waitFor(() => expect(plugin.state.is).toBe("waiting"), SLOW);
  view.editor.transaction({ changes: [{ from: { line: 0, ch: 3 }, text: " ﬁrst" }] });
  await waitForMarks(view, ["ﬁ"]);
  expect(servers).toHaveLength(2);
});

serving("a broken configuration is told", async () => {
  const { show } = await served({ "a.md": SCARRED, "notelint.yaml": "selekt: [x]\n" });
  await show("a.md");
  await vi.waitFor(() => expect(Notice.shown.join()).toContain("selekt"), SLOW);
});
