/** The findings of an installed notelint, in Obsidian. */

import type { Extension } from "@codemirror/state";
import { closeHoverTooltips, type EditorView } from "@codemirror/view";
import { FileSystemAdapter, Notice, Plugin, type Editor } from "obsidian";
import type { CodeAction, Diagnostic, Range } from "vscode-languageserver-protocol";
import { editorMarks, marksAt, type Mark } from "./editor_marks";
import { Editors } from "./editor_text";
import { Explanation } from "./explanation";
import { findingCard } from "./finding_card";
import { FINDINGS_VIEW, FindingsView, type Pane } from "./findings_view";
import { FixList } from "./fix_list";
import { goToFinding, showFinding } from "./navigation";
import { rangeOf } from "./positions";
import { findProgram } from "./program";
import { startProcess, type ServerProcess } from "./server_process";
import { Service, type Display } from "./service";
import { chosenProgram, DEFAULTS, described, SettingsTab, settingsOf, type Configured, type Settings } from "./settings";
import { showStatus } from "./status";
import type { State } from "./supervisor";

export default class NotelintPlugin extends Plugin implements Configured, Display, Pane {
  settings: Settings = { ...DEFAULTS };
  private service!: Service;
  private editors!: Editors;
  private status!: HTMLElement;
  private readonly settingsTab = new SettingsTab(this.app, this, this);
  private readonly extensions: Extension[] = [];

  override async onload(): Promise<void> {
    const { adapter } = this.app.vault;
    if (!(adapter instanceof FileSystemAdapter)) return;
    this.settings = settingsOf(await this.loadData());
    this.service = new Service(this.app, adapter.getBasePath(), () => this.startServer(), this);
    this.editors = new Editors(this.service.documents);
    this.status = this.addStatusBarItem();
    this.registerDomEvent(this.status, "click", () => void this.openPane());
    this.status.addClass("mod-clickable");
    this.registerView(FINDINGS_VIEW, (leaf) => new FindingsView(leaf, this));
    this.addRibbonIcon("list-checks", "Show findings", () => void this.openPane());
    this.addSettingTab(this.settingsTab);
    this.registerEditorExtension(this.extensions);
    this.updateExtensions();
    this.addCommands();
    this.listen();
    this.serve();
  }

  /** Serve until the plugin is unloaded, or the window is. */
  private serve(): void {
    let isLoaded = true;
    this.app.workspace.onLayoutReady(() => {
      if (isLoaded) this.service.start();
    });
    this.register(() => {
      isLoaded = false;
      void this.service.stop();
    });
    this.registerDomEvent(window, "beforeunload", () => this.service.kill());
  }

  /** Start what is installed. */
  protected startServer(): ServerProcess {
    return startProcess(findProgram(chosenProgram(this.app)));
  }

  private listen(): void {
    const { vault, workspace } = this.app;
    this.registerEvent(this.findings.onChange((path) => this.showFindings(path)));
    this.registerEvent(workspace.on("file-open", () => this.follow()));
    this.registerEvent(workspace.on("layout-change", () => this.follow()));
    this.registerEvent(vault.on("rename", (_, before) => this.moved(before)));
    this.registerEvent(vault.on("delete", ({ path }) => this.findings.forget(path)));
    workspace.onLayoutReady(() => this.service.watch().forEach((heard) => this.registerEvent(heard)));
    this.registerEvent(
      workspace.on("editor-menu", (menu, editor) => {
        const view = this.editors.viewOf(editor);
        if (view === null || marksAtCursor(view).length === 0) return;
        menu.addItem((item) => item.setTitle("Fix or allow finding").setIcon("wrench").onClick(() => void this.offer(view)));
      }),
    );
  }

  private moved(before: string): void {
    this.findings.forget(before);
    this.follow();
  }

  /** Another note may be shown by now, or the same in another way. */
  private follow(): void {
    this.editors.follow();
    this.showState();
  }

  private addCommands(): void {
    this.addCommand({ id: "show-findings", name: "Show findings", callback: () => void this.openPane() });
    this.addCommand({ id: "restart", name: "Restart the language server", callback: () => void this.restart() });
    this.addEditorCommand("fix-all-safe", "Fix all that is safe in this note", (view) => void this.fixAll(view));
    this.addEditorCommand("fix", "Fix or allow the finding at the cursor", (view) => void this.offer(view));
    this.addEditorCommand("next", "Go to the next finding", (view) => goToFinding(view, true));
    this.addEditorCommand("previous", "Go to the previous finding", (view) => goToFinding(view, false));
  }

  private addEditorCommand(id: string, name: string, act: (view: EditorView) => void): void {
    const editorCheckCallback = (isAsked: boolean, editor: Editor): boolean => {
      const view = this.editors.viewOf(editor);
      if (view !== null && !isAsked) act(view);
      return view !== null;
    };
    this.addCommand({ id, name, editorCheckCallback });
  }

  // Settings

  get state(): State {
    return this.service.state;
  }

  async saveSettings(): Promise<void> {
    await this.saveData(this.settings);
    this.updateExtensions();
  }

  private updateExtensions(): void {
    const marks = editorMarks((view, found) => this.card(view, found));
    this.extensions.splice(0, Infinity, this.editors.extension, ...(this.settings.marks ? [marks] : []));
    this.app.workspace.updateOptions();
    this.service.refresh();
  }

  restart(): Promise<void> {
    return this.service.restart();
  }

  // What is seen

  get findings(): Service["findings"] {
    return this.service.findings;
  }

  changed(state: State): void {
    this.showState();
    this.settingsTab.showState();
    for (const view of this.panes()) view.show();
    if (state.is === "failed") this.complain(state.why);
  }

  private showState(): void {
    const path = this.app.workspace.getActiveFile()?.path;
    showStatus(this.status, this.state, path === undefined ? null : this.findings.in(path).length);
  }

  private showFindings(path: string): void {
    this.editors.mark(path, this.findings.in(path));
    if (path === this.app.workspace.getActiveFile()?.path) this.showState();
  }

  complain(message: string): void {
    new Notice(`notelint: ${message}`, 10_000);
  }

  explain(page: string): void {
    new Explanation(this.app, page).open();
  }

  // The pane

  private async openPane(): Promise<void> {
    await this.app.workspace.ensureSideLeaf(FINDINGS_VIEW, "right", { active: true, reveal: true });
  }

  private panes(): FindingsView[] {
    const views = this.app.workspace.getLeavesOfType(FINDINGS_VIEW).map(({ view }) => view);
    return views.filter((view) => view instanceof FindingsView);
  }

  wantsAll(): boolean {
    return this.panes().length > 0;
  }

  refresh(): void {
    void this.service.diagnostics.pullVault();
  }

  trouble(): string | null {
    return this.state.is === "running" ? null : described(this.state);
  }

  show(path: string, finding: Diagnostic): void {
    void showFinding(this.app, path, finding);
  }

  fix(path: string, finding: Diagnostic): void {
    void showFinding(this.app, path, finding, { mode: "source" }).then(() => {
      this.editors.follow();
      return this.offerAt(path, finding.range, [finding]);
    });
  }

  // What can be done

  private card(view: EditorView, found: Mark[]): HTMLElement {
    const findings = found.map(({ finding }) => finding);
    const path = this.editors.pathOf(view);
    const range = coveredBy(view, found);
    const actions = path === null || range === null ? Promise.resolve([]) : this.service.actions.at(path, range);
    return findingCard(findings, actions, (action) => {
      view.dispatch({ effects: closeHoverTooltips });
      this.perform(action);
    });
  }

  private async offer(view: EditorView): Promise<void> {
    const path = this.editors.pathOf(view);
    const found = marksAtCursor(view).map(({ finding }) => finding);
    if (path !== null) await this.offerAt(path, rangeOf(view.state.doc, view.state.selection.main), found);
  }

  private async offerAt(path: string, range: Range, found: Diagnostic[]): Promise<void> {
    const offered = await this.service.actions.at(path, range);
    if (offered.length === 0) new Notice("There is nothing to fix or allow here.");
    else new FixList(this.app, found, offered, (action) => this.perform(action)).open();
  }

  private perform(action: CodeAction): void {
    void this.service.actions.perform(action);
  }

  private async fixAll(view: EditorView): Promise<void> {
    const path = this.editors.pathOf(view);
    if (path === null || (await this.service.actions.fixAll(path))) return;
    new Notice("There is nothing here that can be fixed safely.");
  }
}

function marksAtCursor({ state }: EditorView): Mark[] {
  return marksAt(state, state.selection.main);
}

function coveredBy(view: EditorView, found: Mark[]): Range | null {
  const [first] = found;
  const from = Math.min(...found.map((mark) => mark.from));
  const to = Math.max(...found.map((mark) => mark.to));
  return first ? rangeOf(view.state.doc, { from, to }) : null;
}
