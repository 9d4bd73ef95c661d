/** The item in the status bar: how many findings the article has; a click opens the menu. */
import * as vscode from "vscode";
import type { State } from "./supervisor";

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("copydesk", vscode.StatusBarAlignment.Right, 90);
  private state: State = "stopped";
  private article: vscode.TextDocument | undefined;

  constructor() {
    this.item.name = "Copydesk";
    this.item.command = "copydesk.menu";
  }

  setState(state: State): void {
    this.state = state;
    this.update();
  }

  /** Shows the figures of `article`; nothing when there is none. */
  show(article: vscode.TextDocument | undefined): void {
    this.article = article;
    this.update();
  }

  private update(): void {
    if (!this.article) {
      this.item.hide();
      return;
    }
    const findings = vscode.languages.getDiagnostics(this.article.uri).filter((finding) => finding.source === "copydesk");
    const isFurniture = (finding: vscode.Diagnostic) => finding.tags?.includes(vscode.DiagnosticTag.Unnecessary) ?? false;
    const furniture = findings.filter(isFurniture).length;
    const words = this.article.getText().split(/\s+/).filter(Boolean).length;
    const icon = { starting: "$(loading~spin)", running: "$(checklist)", stopped: "$(debug-disconnect)" }[this.state];
    this.item.text = this.state === "running" ? `${icon} ${plural(findings.length, "finding")}` : `${icon} Copydesk`;
    this.item.tooltip = new vscode.MarkdownString(
      this.state === "running"
        ? `**Copydesk**\n\n${plural(words, "word")}\n\n${plural(findings.length - furniture, "question")} · ${plural(furniture, "piece")} of page furniture`
        : `**Copydesk**\n\nThe server is ${this.state}.`,
    );
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
