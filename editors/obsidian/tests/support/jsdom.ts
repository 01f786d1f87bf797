/** What jsdom lacks: what Obsidian adds to elements, and a layout, of which CodeMirror asks where text
 * stands. */

import { extendElements } from "../stub/dom";

if (typeof window !== "undefined") {
  extendElements();
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
}
