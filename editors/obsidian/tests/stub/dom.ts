/** What Obsidian adds to elements, as far as the plugin uses it. */

export function createEl<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given?: DomElementInfo | string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  const info = typeof given === "string" ? { cls: given } : (given ?? {});
  const classes = typeof info.cls === "string" ? info.cls.split(" ") : (info.cls ?? []);
  element.classList.add(...classes);
  if (info.text !== undefined) element.append(info.text);
  for (const [name, value] of Object.entries(info.attr ?? {})) element.setAttribute(name, String(value));
  return element;
}

const additions = {
  createEl(this: HTMLElement, tag: keyof HTMLElementTagNameMap, given?: DomElementInfo | string) {
    return this.appendChild(createEl(tag, given));
  },
  createDiv(this: HTMLElement, given?: DomElementInfo | string) {
    return this.appendChild(createEl("div", given));
  },
  createSpan(this: HTMLElement, given?: DomElementInfo | string) {
    return this.appendChild(createEl("span", given));
  },
  empty(this: HTMLElement) {
    this.replaceChildren();
  },
  setText(this: HTMLElement, text: string) {
    this.textContent = text;
  },
  appendText(this: HTMLElement, text: string) {
    this.append(text);
  },
  addClass(this: HTMLElement, ...names: string[]) {
    this.classList.add(...names);
  },
  toggleClass(this: HTMLElement, name: string, isOn: boolean) {
    this.classList.toggle(name, isOn);
  },
};

export function extendElements(): void {
  Object.assign(HTMLElement.prototype, additions);
  Object.assign(window, {
    createEl,
    createDiv: (given?: DomElementInfo | string) => createEl("div", given),
    createSpan: (given?: DomElementInfo | string) => createEl("span", given),
  });
}
