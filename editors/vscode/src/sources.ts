/** The table of sources as a virtual Markdown document, shown rendered beside the article. */
import * as path from "node:path";
import * as vscode from "vscode";
import type { Supervisor } from "./supervisor";

const SCHEME = "copydesk-sources";

export class SourcesDocument implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

  constructor(private readonly supervisor: Supervisor) {}

  async show(article: vscode.TextDocument): Promise<void> {
    const name = path.posix.basename(article.uri.path);
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/Sources of ${name}.md`, query: article.uri.toString() });
    this.changed.fire(uri);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const answer = await this.supervisor.ask<{ markdown: string }>("copydesk.sources", uri.query);
    return answer?.markdown ?? "The server does not run: see *Copydesk: Show the Log*.";
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}
