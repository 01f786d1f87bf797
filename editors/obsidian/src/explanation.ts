/** Why a rule matters, as a page. */

import { Component, MarkdownRenderer, Modal, type App } from "obsidian";

export class Explanation extends Modal {
  private readonly component = new Component();

  constructor(
    app: App,
    private readonly page: string,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.component.load();
    const content = this.contentEl.createDiv({ cls: "notelint-explanation" });
    void MarkdownRenderer.render(this.app, this.page, content, "", this.component);
  }

  override onClose(): void {
    this.component.unload();
  }
}
