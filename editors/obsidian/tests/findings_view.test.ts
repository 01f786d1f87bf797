import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Findings } from "../src/findings";
import { FINDINGS_VIEW, FindingsView } from "../src/findings_view";
import { App, WorkspaceLeaf } from "./stub/obsidian";
import { finding, range } from "./support/places";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const [ONE, TWO] = [finding(range(0, 0, 1), "first `x`", 1), finding(range(4, 0, 1), "second")];

async function opened(found: Record<string, typeof ONE[]>, active = "") {
  const app = new App("/v");
  app.workspace.activeFile = active ? app.vault.put(active, "") : null;
  const findings = new Findings();
  for (const [path, items] of Object.entries(found)) findings.set(path, items);
  const pane = { findings, trouble: vi.fn((): string | null => null), refresh: vi.fn(), show: vi.fn(), fix: vi.fn() };
  const view = new FindingsView(new WorkspaceLeaf(app) as never, pane);
  document.body.append(view.contentEl);
  await (view as unknown as { onOpen(): Promise<void> }).onOpen();
  const { contentEl } = view;
  const all = (selector: string): HTMLElement[] => [...contentEl.querySelectorAll<HTMLElement>(selector)];
  const texts = (selector: string): string[] => all(selector).map(({ textContent }) => textContent ?? "");
  const summary = (): string => texts(".notelint-summary").join();
  return { app, findings, pane, view, all, texts, summary };
}

test("findings are listed note by note; those of the note that one is in are open", async () => {
  const { view, pane, all, texts, summary } = await opened({ "x/b.md": [ONE, TWO], "a.md": [ONE], "c.md": [] }, "x/b.md");
  expect([view.getViewType(), view.getDisplayText()]).toEqual([FINDINGS_VIEW, "Findings"]);
  expect(summary()).toBe("3 findings in 2 notes");
  expect(texts(".notelint-note")).toEqual(["a", "x/b"]);
  expect(texts(".notelint-count")).toEqual(["1", "2"]);
  expect(all("details").map((group) => (group as HTMLDetailsElement).open)).toEqual([false, true]);
  expect(texts(".notelint-message")).toEqual(["first x", "second"]);
  expect(texts(".notelint-place")).toEqual(["1", "5"]);
  expect(all(".notelint-icon").map((icon) => icon.getAttribute("aria-label"))).toEqual(["error", "warning"]);
  expect(pane.refresh).toHaveBeenCalledOnce();
});

test("a click leads to the place, another one to the fixes", async () => {
  const { pane, all } = await opened({ "b.md": [ONE, TWO] }, "b.md");
  all(".notelint-finding")[1]?.click();
  all("[aria-label='Fix or allow']")[0]?.click();
  expect(pane.show.mock.calls).toEqual([["b.md", TWO]]);
  expect(pane.fix.mock.calls).toEqual([["b.md", ONE]]);
});

test("what changes is shown, and nothing else is touched", async () => {
  const { findings, all, texts, summary } = await opened({ "a.md": [ONE], "b.md": [TWO] });
  const [a, b] = all("details") as HTMLDetailsElement[];
  if (b) b.open = true;
  findings.set("b.md", [ONE, TWO]);
  await vi.advanceTimersByTimeAsync(100);
  expect(all("details")[0]).toBe(a);
  expect((all("details")[1] as HTMLDetailsElement).open).toBe(true);
  expect(texts(".notelint-message")).toEqual(["first x", "second"]);
  findings.clear();
  await vi.advanceTimersByTimeAsync(100);
  expect([summary(), all("details").length]).toEqual(["Nothing is found.", 0]);
});

test("whoever is at a finding stays there while others come and go", async () => {
  const { findings, all } = await opened({ "b.md": [ONE], "d.md": [TWO] }, "d.md");
  all(".notelint-finding")[0]?.focus();
  const focused = document.activeElement;
  expect(focused?.className).toBe("notelint-finding");
  findings.set("a.md", [ONE]);
  findings.set("b.md", [TWO]);
  findings.set("e.md", [ONE]);
  await vi.advanceTimersByTimeAsync(100);
  findings.forget("a.md");
  await vi.advanceTimersByTimeAsync(100);
  expect(document.activeElement).toBe(focused);
  expect(all(".notelint-note").map(({ textContent }) => textContent)).toEqual(["b", "d", "e"]);
});

test("a group is filled when it is opened", async () => {
  const { all, texts } = await opened({ "a.md": [ONE] });
  const [group] = all("details") as HTMLDetailsElement[];
  expect(texts(".notelint-message")).toEqual([]);
  if (group) group.open = true;
  await vi.advanceTimersByTimeAsync(0);
  group?.dispatchEvent(new Event("toggle"));
  expect(texts(".notelint-message")).toEqual(["first x"]);
});

test("of very many notes some are listed, and more on demand", async () => {
  const many = Object.fromEntries(Array.from({ length: 203 }, (_, at) => [`${String(at).padStart(3, "0")}.md`, [ONE]]));
  const { all, texts } = await opened(many);
  expect([all("details").length, texts(".notelint-more button").join()]).toEqual([200, "Show 3 more notes"]);
  all(".notelint-more button")[0]?.click();
  expect([all("details").length, all(".notelint-more button").length]).toEqual([203, 0]);
});

test("where the server does not serve, that is said", async () => {
  const { pane, view, summary } = await opened({});
  pane.trouble.mockReturnValue("notelint was not found.");
  view.show();
  await vi.advanceTimersByTimeAsync(100);
  expect(summary()).toBe("notelint was not found.");
});
