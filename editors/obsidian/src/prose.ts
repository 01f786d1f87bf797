/** Sentences of notelint, in which what stands in backticks is quoted from a note. */

export function showProse(element: HTMLElement, prose: string): void {
  prose.split("`").forEach((part, place, parts) => {
    const isClosed = place < parts.length - 1;
    if (place % 2 === 1 && isClosed) element.createEl("code", { text: part });
    else element.appendText(place % 2 === 1 ? `\`${part}` : part);
  });
}
