/** Obsidian, as far as the plugin meets it: the same names, and behind them the least that behaves
 * the same. Editors are real ones of CodeMirror. */

import { history, undo } from "@codemirror/commands";
import { EditorState, StateField, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { createEl } from "./dom";

export const Platform = { isWin: false, isMacOS: false, isDesktopApp: true };

export function normalizePath(path: string): string {
  return path.replace(/[\\/]+/g, "/").replace(/^\/|\/$/g, "").normalize("NFC");
}

export function debounce<T extends unknown[]>(act: (...given: T) => unknown, pause = 0, resets = false) {
  let timer: number | undefined;
  const later = (...given: T): void => {
    if (timer !== undefined && !resets) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      timer = undefined;
      act(...given);
    }, pause);
  };
  return Object.assign(later, {
    cancel: () => {
      window.clearTimeout(timer);
      timer = undefined;
    },
  });
}

const SHAPES: Record<string, string> = {
  "circle-x": "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M15 9l-6 6M9 9l6 6",
  "triangle-alert": "M12 4L2 20h20zM12 10v4M12 17v.1",
  info: "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M12 16v-4M12 8v.1",
  wrench: "M15 6a5 5 0 0 0 6 6l-9 9-3-3 9-9-3-3a5 5 0 0 0-4 6",
};

export function setIcon(element: HTMLElement, name: string): void {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `svg-icon lucide-${name}`);
  svg.setAttribute("viewBox", "0 0 24 24");
  const path = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "path"));
  path.setAttribute("d", SHAPES[name] ?? "M4 6h16M4 12h16M4 18h16");
  element.replaceChildren(svg);
}

export function setTooltip(element: HTMLElement, text: string): void {
  element.setAttribute("aria-label", text);
}

export interface EventRef {
  readonly name: string;
  readonly hear: (...data: unknown[]) => unknown;
  readonly source: Events;
}

export class Events {
  private readonly heard = new Set<EventRef>();

  on(name: string, hear: (...data: never[]) => unknown): EventRef {
    const ref = { name, hear: hear as EventRef["hear"], source: this };
    this.heard.add(ref);
    return ref;
  }

  offref(ref: EventRef): void {
    this.heard.delete(ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of [...this.heard]) if (ref.name === name) ref.hear(...data);
  }
}

export class Component {
  private readonly left: (() => unknown)[] = [];

  load(): void {
    void this.onload();
  }

  onload(): unknown {
    return undefined;
  }

  unload(): void {
    for (const leave of this.left.splice(0)) leave();
    this.onunload();
  }

  onunload(): void {
    // For those who have something to do then.
  }

  register(leave: () => unknown): void {
    this.left.push(leave);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => ref.source.offref(ref));
  }

  registerDomEvent(element: EventTarget, name: string, hear: (event: Event) => unknown): void {
    element.addEventListener(name, hear);
    this.register(() => element.removeEventListener(name, hear));
  }
}

// Files

export class TAbstractFile {
  constructor(public path: string) {}
}

export class TFile extends TAbstractFile {
  get extension(): string {
    return this.path.split(".").at(-1) ?? "";
  }

  get basename(): string {
    return (this.path.split("/").at(-1) ?? "").replace(/\.[^.]*$/, "");
  }
}

export class FileSystemAdapter {
  constructor(private readonly base: string) {}

  getBasePath(): string {
    return this.base;
  }
}

export class Vault extends Events {
  readonly adapter: FileSystemAdapter;
  readonly files = new Map<string, { file: TFile; content: string }>();

  constructor(base: string) {
    super();
    this.adapter = new FileSystemAdapter(base);
  }

  getName(): string {
    return "vault";
  }

  put(path: string, content: string): TFile {
    const file = new TFile(path);
    this.files.set(path, { file, content });
    this.trigger("create", file);
    return file;
  }

  getFileByPath(path: string): TFile | null {
    return this.files.get(path)?.file ?? null;
  }

  read(file: TFile): string {
    return this.files.get(file.path)?.content ?? "";
  }

  async process(file: TFile, change: (content: string) => string): Promise<string> {
    const known = this.files.get(file.path);
    if (!known) throw new Error("no such file");
    known.content = change(known.content);
    this.trigger("modify", file);
    return Promise.resolve(known.content);
  }

  rename(file: TFile, path: string): void {
    const before = file.path;
    const known = this.files.get(before);
    this.files.delete(before);
    file.path = path;
    if (known) this.files.set(path, known);
    this.trigger("rename", file, before);
  }
}

// Editors

export interface EditorPosition {
  line: number;
  ch: number;
}

export const editorInfoField = StateField.define<unknown>({ create: () => null, update: (shown) => shown });

export class Editor {
  constructor(readonly cm: EditorView) {}

  private offset({ line, ch }: EditorPosition): number {
    return this.cm.state.doc.line(line + 1).from + ch;
  }

  getValue(): string {
    return this.cm.state.doc.toString();
  }

  transaction({ changes }: { changes: { from: EditorPosition; to?: EditorPosition; text: string }[] }): void {
    const made = changes.map(({ from, to, text }) => ({
      from: this.offset(from),
      to: this.offset(to ?? from),
      insert: text,
    }));
    this.cm.dispatch({ changes: made });
  }

  setSelection(from: EditorPosition, to: EditorPosition): void {
    this.cm.dispatch({ selection: { anchor: this.offset(from), head: this.offset(to) } });
  }

  scrollIntoView(): void {
    // There is nothing to scroll.
  }

  undo(): void {
    undo(this.cm);
  }
}

export class View extends Component {
  icon = "";
  containerEl = createEl("div");
  app: App;

  constructor(readonly leaf: WorkspaceLeaf) {
    super();
    this.app = leaf.app;
  }

  getViewType(): string {
    return "";
  }
}

export class ItemView extends View {
  contentEl = this.containerEl.createDiv({ cls: "view-content" });

  addAction(icon: string, title: string, act: () => unknown): HTMLElement {
    const button = createEl("button", { cls: "clickable-icon view-action" });
    this.containerEl.prepend(button);
    button.setAttribute("aria-label", title);
    setIcon(button, icon);
    button.addEventListener("click", act);
    return button;
  }

  async onOpen(): Promise<void> {
    // For those who show something.
  }
}

export class MarkdownView extends ItemView {
  file: TFile | null = null;
  mode = "source";
  editor: Editor;

  constructor(leaf: WorkspaceLeaf) {
    super(leaf);
    this.editor = new Editor(new EditorView({ parent: this.contentEl }));
  }

  override getViewType(): string {
    return "markdown";
  }

  getMode(): string {
    return this.mode;
  }

  openFile(file: TFile): void {
    this.file = file;
    const doc = this.app.vault.read(file);
    const extensions = [editorInfoField.init(() => this), history(), EditorView.lineWrapping, this.leaf.app.workspace.extensions];
    this.editor.cm.setState(EditorState.create({ doc, extensions }));
  }

  override onunload(): void {
    this.editor.cm.destroy();
  }
}

// The workspace

export class WorkspaceLeaf {
  view: View | null = null;

  constructor(readonly app: App) {}

  async openFile(file: TFile, { state }: { state?: { mode?: string } } = {}): Promise<void> {
    if (!(this.view instanceof MarkdownView)) this.place(new MarkdownView(this));
    if (this.view instanceof MarkdownView) {
      this.view.mode = state?.mode ?? this.view.mode;
      if (this.view.file !== file) this.view.openFile(file);
    }
    this.app.workspace.activeFile = file;
    this.app.workspace.trigger("file-open", file);
    return Promise.resolve();
  }

  place(view: View): void {
    this.view?.unload();
    this.view = view;
    this.app.workspace.containerEl.append(view.containerEl);
    view.load();
  }

  detach(): void {
    this.view?.unload();
    this.view?.containerEl.remove();
    this.app.workspace.leaves.delete(this);
  }
}

export class Workspace extends Events {
  readonly containerEl = document.body.appendChild(createEl("div", { cls: "workspace" }));
  readonly leaves = new Set<WorkspaceLeaf>();
  readonly makers = new Map<string, (leaf: WorkspaceLeaf) => ItemView>();
  extensions: Extension[] = [];
  activeFile: TFile | null = null;

  constructor(private readonly app: App) {
    super();
  }

  onLayoutReady(act: () => unknown): void {
    act();
  }

  getActiveFile(): TFile | null {
    return this.activeFile;
  }

  getLeaf(isNew: boolean): WorkspaceLeaf {
    const [known] = this.getLeavesOfType("markdown");
    if (known && !isNew) return known;
    const leaf = new WorkspaceLeaf(this.app);
    this.leaves.add(leaf);
    return leaf;
  }

  getLeavesOfType(type: string): WorkspaceLeaf[] {
    return [...this.leaves].filter(({ view }) => view?.getViewType() === type);
  }

  async ensureSideLeaf(type: string): Promise<WorkspaceLeaf> {
    const [known] = this.getLeavesOfType(type);
    if (known) return known;
    const leaf = new WorkspaceLeaf(this.app);
    this.leaves.add(leaf);
    const view = this.makers.get(type)?.(leaf);
    if (!view) throw new Error(`no view is called ${type}`);
    leaf.place(view);
    await view.onOpen();
    return leaf;
  }

  setActiveLeaf(leaf: WorkspaceLeaf): void {
    if (!(leaf.view instanceof MarkdownView)) return;
    this.activeFile = leaf.view.file;
    leaf.view.editor.cm.focus();
  }

  /** Editors that are open get what is registered by now. */
  updateOptions(): void {
    for (const { view } of this.getLeavesOfType("markdown")) {
      if (view instanceof MarkdownView && view.file) view.openFile(view.file);
    }
  }
}

export class App {
  readonly vault: Vault;
  readonly workspace = new Workspace(this);
  private readonly stored = new Map<string, unknown>();

  constructor(base: string) {
    this.vault = new Vault(base);
  }

  loadLocalStorage(key: string): unknown {
    return this.stored.get(key) ?? null;
  }

  saveLocalStorage(key: string, value: unknown): void {
    this.stored.set(key, value);
  }
}

// Plugins

export interface Command {
  id: string;
  name: string;
  hotkeys?: unknown;
  callback?: () => unknown;
  editorCheckCallback?: (isAsked: boolean, editor: Editor) => boolean;
}

export class Plugin extends Component {
  readonly commands = new Map<string, Command>();
  readonly tabs: PluginSettingTab[] = [];
  statusBar = createEl("div", { cls: "status-bar" });
  data: unknown = null;

  constructor(
    readonly app: App,
    readonly manifest: unknown,
  ) {
    super();
  }

  loadData(): Promise<unknown> {
    return Promise.resolve(this.data);
  }

  saveData(data: unknown): Promise<void> {
    this.data = structuredClone(data);
    return Promise.resolve();
  }

  addCommand(command: Command): void {
    this.commands.set(command.id, command);
  }

  addRibbonIcon(): HTMLElement {
    return createEl("div");
  }

  addStatusBarItem(): HTMLElement {
    document.body.append(this.statusBar);
    return this.statusBar.createDiv({ cls: "status-bar-item" });
  }

  addSettingTab(tab: PluginSettingTab): void {
    this.tabs.push(tab);
  }

  registerView(type: string, make: (leaf: WorkspaceLeaf) => ItemView): void {
    this.app.workspace.makers.set(type, make);
  }

  registerEditorExtension(extensions: Extension[]): void {
    this.app.workspace.extensions = extensions;
    this.register(() => {
      this.app.workspace.extensions = [];
      this.app.workspace.updateOptions();
    });
  }
}

export class PluginSettingTab {
  containerEl = createEl("div");

  constructor(readonly app: App) {}
}

class Control {
  private hear: (value: never) => unknown = () => undefined;
  value: unknown;

  setValue(value: unknown): this {
    this.value = value;
    return this;
  }

  setPlaceholder(): this {
    return this;
  }

  setButtonText(): this {
    return this;
  }

  onChange(hear: (value: never) => unknown): this {
    this.hear = hear;
    return this;
  }

  onClick(hear: () => unknown): this {
    this.hear = hear;
    return this;
  }

  give(value?: unknown): unknown {
    return this.hear(value as never);
  }
}

export class Setting {
  static readonly made: Setting[] = [];
  name = "";
  description = "";
  readonly control = new Control();

  constructor(_: HTMLElement) {
    Setting.made.push(this);
  }

  setName(name: string): this {
    this.name = name;
    return this;
  }

  setDesc(description: string): this {
    this.description = description;
    return this;
  }

  private add(fill: (control: Control) => unknown): this {
    fill(this.control);
    return this;
  }

  addText = (fill: (control: Control) => unknown): this => this.add(fill);
  addToggle = (fill: (control: Control) => unknown): this => this.add(fill);
  addButton = (fill: (control: Control) => unknown): this => this.add(fill);
}

// What comes up over everything

export class Notice {
  static readonly shown: string[] = [];

  constructor(message: string) {
    Notice.shown.push(message);
  }
}

export class Modal {
  static last: Modal | null = null;
  modalEl = createEl("div", { cls: "modal" });
  contentEl = this.modalEl.createDiv({ cls: "modal-content" });

  constructor(readonly app: App) {}

  open(): void {
    Modal.last = this;
    document.body.append(this.modalEl);
    this.onOpen();
  }

  close(): void {
    this.modalEl.remove();
    this.onClose();
  }

  onOpen(): void {
    // For those who show something.
  }

  onClose(): void {
    // For those who have something to leave.
  }
}

export abstract class SuggestModal<T> extends Modal {
  abstract getSuggestions(query: string): T[];
  abstract renderSuggestion(value: T, element: HTMLElement): void;
  abstract onChooseSuggestion(value: T): void;

  setPlaceholder(text: string): void {
    this.modalEl.createEl("input", { attr: { placeholder: text } });
  }

  override onOpen(): void {
    for (const value of this.getSuggestions("")) {
      const element = this.contentEl.createDiv({ cls: "suggestion-item" });
      this.renderSuggestion(value, element);
      element.addEventListener("click", () => {
        this.close();
        this.onChooseSuggestion(value);
      });
    }
  }
}

export const MarkdownRenderer = {
  render(_: App, markdown: string, element: HTMLElement): Promise<void> {
    element.createEl("pre", { text: markdown });
    return Promise.resolve();
  },
};

export class MenuItem {
  title = "";
  act: () => unknown = () => undefined;

  setTitle(title: string): this {
    this.title = title;
    return this;
  }

  setIcon(): this {
    return this;
  }

  onClick(act: () => unknown): this {
    this.act = act;
    return this;
  }
}

export class Menu {
  readonly items: MenuItem[] = [];

  addItem(fill: (item: MenuItem) => unknown): this {
    const item = new MenuItem();
    fill(item);
    this.items.push(item);
    return this;
  }
}
