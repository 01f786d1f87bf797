import { expect, test } from "vitest";
import { Explanation } from "../src/explanation";
import { App } from "./stub/obsidian";

test("a page is shown", () => {
  const page = new Explanation(new App("/v") as never, "### ligature");
  page.open();
  expect(page.contentEl.querySelector(".notelint-explanation")?.textContent).toBe("### ligature");
  page.close();
});
