/** A pane with all that is found, note by note. */

import { debounce, ItemView, setIcon, type WorkspaceLeaf } from "obsidian";
import type { Diagnostic } from "vscode-languageserver-protocol";
import type { Findings } from "./findings";
import { showProse } from "./prose";
import { messageOf, ruleOf, severityOf } from "./finding";

export const FINDINGS_VIEW = "notelint-findings";

const MOST_NOTES = 200; // that are listed at once
const PAUSE = 100; // milliseconds

export interface Pane {
  readonly findings: Findings;
  /** How the server does, where it does not serve. */
  trouble(): string | null;
  refresh(): void;
  show(path: string, finding: Diagnostic): void;
  fix(path: string, finding: Diagnostic): void;
}

interface Group {
  readonly items: readonly Diagnostic[];
  readonly element: HTMLDetailsElement;
}

export class FindingsView extends ItemView {
  readonly show = debounce(() => this.render(), PAUSE, false);
  private groups = new Map<string, Group>();
  private most = MOST_NOTES;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly pane: Pane,
  ) {
    super(leaf);
    this.icon = "list-checks";
  }

  override getViewType(): string {
    return FINDINGS_VIEW;
  }

  override getDisplayText(): string {
    return "Findings";
  }

  protected override async onOpen(): Promise<void> {
    this.addAction("refresh-cw", "Check all notes again", () => this.pane.refresh());
    this.contentEl.addClass("notelint-findings");
    this.contentEl.createDiv({ cls: "notelint-summary", attr: { role: "status" } });
    this.contentEl.createDiv({ cls: "notelint-groups" });
    this.contentEl.createDiv({ cls: "notelint-more" });
    this.registerEvent(this.pane.findings.onChange(() => this.show()));
    this.registerEvent(this.app.workspace.on("file-open", () => this.show()));
    this.render();
    this.pane.refresh();
  }

  private render(): void {
    const { findings } = this.pane;
    const [summary, groups, more] = this.contentEl.children;
    const { paths } = findings;
    summary?.setText(this.pane.trouble() ?? counted(findings.count, paths.length));
    const shown = new Map(paths.slice(0, this.most).map((path) => [path, this.group(path)]));
    if (groups) replace(groups, Array.from(shown.values(), ({ element }) => element));
    this.groups = shown;
    if (more) this.renderMore(more, paths.length - shown.size);
  }

  private renderMore(element: Element, left: number): void {
    element.empty();
    if (left <= 0) return;
    const button = element.createEl("button", { text: `Show ${left} more ${left === 1 ? "note" : "notes"}` });
    button.addEventListener("click", () => {
      this.most += Math.max(left, MOST_NOTES);
      this.render();
    });
  }

  private group(path: string): Group {
    const items = this.pane.findings.in(path);
    const known = this.groups.get(path);
    if (known?.items === items) return known;
    const isOpen = known?.element.open ?? this.app.workspace.getActiveFile()?.path === path;
    return { items, element: this.newGroup(path, items, isOpen) };
  }

  private newGroup(path: string, items: readonly Diagnostic[], isOpen: boolean): HTMLDetailsElement {
    const group = createEl("details", { cls: "notelint-group" });
    const head = group.createEl("summary", { attr: { title: path } });
    head.createSpan({ cls: "notelint-note", text: path.replace(/\.md$/, "") });
    head.createSpan({ cls: "notelint-count", text: String(items.length) });
    const list = group.createEl("ul");
    // The lines of a group are made when it is opened: there may be a hundred thousand.
    const fill = (): void => {
      if (group.open && list.childElementCount === 0) items.forEach((item) => this.newLine(list, path, item));
    };
    group.addEventListener("toggle", fill);
    group.open = isOpen;
    fill();
    return group;
  }

  private newLine(list: HTMLElement, path: string, finding: Diagnostic): void {
    const { name, icon } = severityOf(finding);
    const line = list.createEl("li", { cls: `notelint-line notelint-${name}` });
    const button = line.createEl("button", { cls: "notelint-finding", attr: { title: ruleOf(finding) } });
    setIcon(button.createSpan({ cls: "notelint-icon", attr: { "aria-label": name, role: "img" } }), icon);
    showProse(button.createSpan({ cls: "notelint-message" }), messageOf(finding));
    button.createSpan({ cls: "notelint-place", text: String(finding.range.start.line + 1) });
    button.addEventListener("click", () => this.pane.show(path, finding));
    const fix = line.createEl("button", { cls: "clickable-icon", attr: { "aria-label": "Fix or allow" } });
    setIcon(fix, "wrench");
    fix.addEventListener("click", () => this.pane.fix(path, finding));
  }
}

/** Give an element other children, without touching those that stay: somebody may be at one. */
function replace(parent: Element, wanted: Element[]): void {
  const staying = new Set(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  wanted.forEach((child, at) => {
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null);
  });
}

function counted(findings: number, notes: number): string {
  if (findings === 0) return "Nothing is found.";
  return `${findings} ${findings === 1 ? "finding" : "findings"} in ${notes} ${notes === 1 ? "note" : "notes"}`;
}
