/** The language client: how this editor talks to the server. */
import * as vscode from "vscode";
import { type ErrorHandler, LanguageClient, RevealOutputChannelOn, type vsdiag } from "vscode-languageclient/node";
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
        provideDiagnostics: async (document, before, token, next) => quietenReport(await next(document, before, token)),
        provideWorkspaceDiagnostics: (before, token, report, next) =>
          next(before, token, (chunk) => {
            chunk?.items.forEach(quietenReport);
            report(chunk);
          }),
        executeCommand: (command, args, next) =>
          command === "copydesk.openSources" ? vscode.commands.executeCommand("copydesk.showSources") : next(command, args),
      },
    },
  );
}

/** VS Code outlines Markdown by itself. */
function wantsOutline(document: vscode.TextDocument): boolean {
  const asked = vscode.workspace.getConfiguration("copydesk", document).get("outline.markdown", false);
  return document.languageId !== "markdown" || asked;
}

/** Page furniture fades, as unused code does here; a squiggle under every line of it would be loud. */
function quietenReport<T extends vsdiag.DocumentDiagnosticReport | null | undefined>(report: T): T {
  const findings = report && "items" in report ? report.items : [];
  for (const finding of findings) {
    const fades = finding.tags?.includes(vscode.DiagnosticTag.Unnecessary);
    if (fades && finding.severity === vscode.DiagnosticSeverity.Information) finding.severity = vscode.DiagnosticSeverity.Hint;
  }
  return report;
}
