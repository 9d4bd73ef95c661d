/** The language client: how this editor talks to the server. */
import * as vscode from "vscode";
import { type ErrorHandler, LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";
import { ARTICLES } from "./documents";

/** A client, not yet started, of the program `server`; `handler` decides what happens when it dies. */
export function createClient(server: string, handler: ErrorHandler, log: vscode.LogOutputChannel): LanguageClient {
  return new LanguageClient(
    "copydesk",
    "Copydesk",
    { command: server, args: ["lsp"] },
    {
      documentSelector: ARTICLES,
      outputChannel: log,
      traceOutputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      errorHandler: handler,
      initializationFailedHandler: () => false,
      synchronize: { configurationSection: "copydesk" },
      middleware: {
        provideDocumentSymbols: (document, token, next) => (wantsOutline(document) ? next(document, token) : undefined),
      },
    },
  );
}

/** VS Code outlines Markdown by itself. */
function wantsOutline(document: vscode.TextDocument): boolean {
  const asked = vscode.workspace.getConfiguration("copydesk", document).get("outline.markdown", false);
  return document.languageId !== "markdown" || asked;
}
