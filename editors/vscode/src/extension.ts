// Starts `reportlint server` for drafts and for .reportlint.yaml. All that is said of a draft comes from there;
// nothing is sent anywhere.

import * as vscode from "vscode";
import { LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";

const DRAFTS = ["file", "untitled"].flatMap((scheme) =>
  ["plaintext", "markdown"].map((language) => ({ scheme, language })),
);
const SETTINGS = { scheme: "file", pattern: "**/.reportlint.yaml" };

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("reportlint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("reportlint.path")) void restart();
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}

async function start(): Promise<void> {
  const command = vscode.workspace.getConfiguration("reportlint").get<string>("path", "reportlint");
  client = new LanguageClient(
    "reportlint",
    "reportlint",
    { command, args: ["server"] },
    { documentSelector: [...DRAFTS, SETTINGS], revealOutputChannelOn: RevealOutputChannelOn.Never },
  );
  try {
    await client.start();
  } catch {
    client = undefined;
    await offerHelp(command);
  }
}

async function restart(): Promise<void> {
  await client?.stop().catch(() => undefined); // one that has died cannot be stopped
  await start();
}

async function offerHelp(command: string): Promise<void> {
  const settings = "打开设置";
  const chosen = await vscode.window.showErrorMessage(
    `reportlint 没有启动（${command}）。请先运行 pip install 'reportlint[editor]'；不在 PATH 上时，在设置里写出它的位置。`,
    settings,
  );
  if (chosen === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "reportlint.path");
  }
}
