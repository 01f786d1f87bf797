import { expect, test } from "vitest";
import { showProse } from "../src/prose";

test.each([
  ["write `a<b>` here", "write <code>a&lt;b&gt;</code> here"],
  ["`a` and `b`", "<code>a</code> and <code>b</code>"],
  ["one ` alone, <i>not</i>", "one ` alone, &lt;i&gt;not&lt;/i&gt;"],
  ["", ""],
])("%s", (prose, shown) => {
  const element = createDiv();
  showProse(element, prose);
  expect(element.outerHTML).toBe(`<div>${shown}</div>`);
});
