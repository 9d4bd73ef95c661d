/** The People view: each named person with roles, statements and mentions; a click goes there. */
import * as vscode from "vscode";
import type { Supervisor } from "./supervisor";

/** A place of the article with what stands there, as the server sends it. */
interface Passage {
  text: string;
  range: { start: Place; end: Place };
}

interface Place {
  line: number;
  character: number;
}

/** A person as the server's command `copydesk.people` sends it. */
interface Person {
  name: string;
  roles: Passage[];
  statements: Passage[];
  mentions: Passage[];
}

interface Node {
  label: string;
  detail?: string;
  icon?: string;
  passage?: Passage;
  children: Node[];
}

export class PeopleView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private article: vscode.TextDocument | undefined;

  constructor(private readonly supervisor: Supervisor) {
    this.view = vscode.window.createTreeView("copydesk.people", { treeDataProvider: this, showCollapseAll: true });
  }

  /** Shows the people of `article`; nobody when there is none. */
  show(article: vscode.TextDocument | undefined): void {
    this.article = article;
    if (this.view.visible) this.changed.fire();
  }

  async focus(): Promise<void> {
    await vscode.commands.executeCommand("copydesk.people.focus");
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return node.children;
    if (!this.article) return [];
    const people = await this.supervisor.ask<Person[]>("copydesk.people", this.article.uri.toString());
    return (people ?? []).map(personNode);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.children.length > 0 ? Collapsed : None);
    item.description = node.detail;
    item.tooltip = node.passage?.text;
    if (node.icon) item.iconPath = new vscode.ThemeIcon(node.icon);
    if (node.passage && this.article) {
      const { start, end } = node.passage.range;
      const selection = new vscode.Range(start.line, start.character, end.line, end.character);
      item.command = { command: "vscode.open", title: "Go There", arguments: [this.article.uri, { selection }] };
    }
    return item;
  }

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }
}

function personNode(person: Person): Node {
  return {
    label: person.name,
    detail: person.roles[0]?.text,
    icon: "person",
    passage: person.mentions[0],
    children: [
      ...person.roles.map((role) => leaf(role, "briefcase")),
      ...group("Statements", "comment", person.statements),
      ...group("Mentions", "mention", person.mentions),
    ],
  };
}

function group(label: string, icon: string, passages: Passage[]): Node[] {
  if (passages.length === 0) return [];
  return [{ label, detail: String(passages.length), icon, children: passages.map((passage) => leaf(passage)) }];
}

function leaf(passage: Passage, icon?: string): Node {
  return { label: passage.text, detail: `line ${passage.range.start.line + 1}`, icon, passage, children: [] };
}
