/** The item in the status bar: findings, words and the share of sourced statements; a click opens the menu. */
import * as vscode from "vscode";
import type { State, Supervisor } from "./supervisor";

/** What the server's command `copydesk.summary` answers. */
interface Summary {
  words: number;
  people: number;
  statements: number;
  sourced: number;
}

export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem("copydesk", vscode.StatusBarAlignment.Right, 90);
  private state: State = "stopped";
  private article: vscode.TextDocument | undefined;
  private summary: Summary | undefined;
  private supervisor: Supervisor | undefined;

  constructor() {
    this.item.name = "Copydesk";
    this.item.command = "copydesk.menu";
  }

  /** Whom to ask for the figures. */
  connect(supervisor: Supervisor): void {
    this.supervisor = supervisor;
  }

  setState(state: State): void {
    this.state = state;
    this.update();
  }

  /** Shows the figures of `article`; nothing when there is none. */
  show(article: vscode.TextDocument | undefined): void {
    if (article !== this.article) this.summary = undefined;
    this.article = article;
    this.update();
    void this.count();
  }

  private async count(): Promise<void> {
    const article = this.article;
    if (!article) return;
    const summary = await this.supervisor?.ask<Summary>("copydesk.summary", article.uri.toString());
    if (article !== this.article || !summary) return;
    this.summary = summary;
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
    const icon = { starting: "$(loading~spin)", running: "$(checklist)", stopped: "$(debug-disconnect)" }[this.state];
    if (this.state !== "running") {
      this.item.text = `${icon} Copydesk`;
      this.item.tooltip = new vscode.MarkdownString(`**Copydesk**\n\nThe server is ${this.state}.`);
    } else {
      const questions = `${plural(findings.length - furniture, "question")} · ${plural(furniture, "piece")} of page furniture`;
      this.item.text = [`${icon} ${plural(findings.length, "finding")}`, ...figures(this.summary)].join(" · ");
      this.item.tooltip = new vscode.MarkdownString(["**Copydesk**", questions, ...details(this.summary)].join("\n\n"));
    }
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** What the item says beside the findings. */
function figures(summary: Summary | undefined): string[] {
  if (!summary) return [];
  const words = plural(summary.words, "word");
  if (summary.statements === 0) return [words];
  return [words, `${Math.round((100 * summary.sourced) / summary.statements)} % sourced`];
}

/** What the hover over the item says beside the findings. */
function details(summary: Summary | undefined): string[] {
  if (!summary) return [];
  const people = summary.people === 1 ? "1 person" : `${summary.people} people`;
  const sourced = `${summary.sourced} of ${plural(summary.statements, "statement")} with a known source`;
  return [`${plural(summary.words, "word")} · ${people}`, sourced];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
