/** The extension: finds the server, talks to it, and shows what only VS Code can show. */
import * as vscode from "vscode";
import { createClient } from "./client";
import { registerCommands } from "./commands";
import { isArticle } from "./documents";
import { PeopleView } from "./people";
import { findServer, tellMissing } from "./server";
import { SourcesDocument } from "./sources";
import { StatusItem } from "./status";
import { Supervisor } from "./supervisor";

let supervisor: Supervisor | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("Copydesk", { log: true });
  const status = new StatusItem();
  supervisor = new Supervisor(
    log,
    async (handler) => {
      const server = await findServer(context);
      if (server) return createClient(server, handler, log);
      tellMissing();
      return undefined;
    },
    (state) => status.setState(state),
  );
  status.connect(supervisor);
  const people = new PeopleView(supervisor);
  const sources = new SourcesDocument(supervisor);
  context.subscriptions.push(log, status, people, sources, supervisor, ...registerCommands({ supervisor, people, sources, log }));

  const refresh = () => {
    const document = vscode.window.activeTextEditor?.document;
    const article = document && isArticle(document) ? document : undefined;
    void vscode.commands.executeCommand("setContext", "copydesk.article", article !== undefined);
    status.show(article);
    people.show(article);
  };
  context.subscriptions.push(
    vscode.window.onDidChangeActiveTextEditor(refresh),
    vscode.languages.onDidChangeDiagnostics((change) => {
      const active = vscode.window.activeTextEditor?.document;
      if (active && change.uris.some((uri) => uri.toString() === active.uri.toString())) refresh();
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("copydesk.server.path")) void supervisor?.restart();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void supervisor?.restart()),
  );
  await supervisor.restart();
  refresh();
}

export async function deactivate(): Promise<void> {
  await supervisor?.stop();
}

