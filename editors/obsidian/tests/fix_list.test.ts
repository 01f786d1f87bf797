import { expect, test, vi } from "vitest";
import type { CodeAction } from "vscode-languageserver-protocol";
import { FixList } from "../src/fix_list";
import { App } from "./stub/obsidian";
import { finding, range } from "./support/places";

const OFFERED: CodeAction[] = [{ title: "write `fi` (safe)" }, { title: "allow `ligature` here" }];

test("one finds by words what one chooses from", () => {
  const choose = vi.fn();
  const list = new FixList(new App("/v") as never, [finding(range(0, 0, 1), "`ﬁ` is one character")], OFFERED, choose);
  const titles = (query: string): string[] => list.getSuggestions(query).map(({ title }) => title);
  expect(titles("")).toHaveLength(2);
  expect(titles("Here allow")).toEqual(["allow `ligature` here"]);
  expect(titles("none")).toEqual([]);
  list.open();
  expect(list.modalEl.querySelector("input")?.placeholder).toBe("ﬁ is one character");
  const items = [...list.modalEl.querySelectorAll<HTMLElement>(".suggestion-item")];
  expect(items.map(({ textContent }) => textContent)).toEqual(["write fi (safe)", "allow ligature here"]);
  items[1]?.click();
  expect(choose.mock.calls).toEqual([[OFFERED[1]]]);
});
