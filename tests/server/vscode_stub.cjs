// A stand-in for VS Code, as far as the extension looks: it says what is registered and shown. Arguments: the bundle, the
// types of VS Code's interface (whose names it takes), the server.

const Module = require("module");
const { readFileSync } = require("fs");

const [bundle, types, server] = process.argv.slice(2);
const nothing = new Proxy(function () {}, {
  get: (_, key) =>
    key === "then" ? undefined : key === Symbol.toPrimitive ? () => "" : key === Symbol.iterator ? function* () {} : nothing,
  apply: () => nothing,
  construct: () => nothing,
});
const partly = (given) => new Proxy(given, { get: (known, key) => (key in known ? known[key] : nothing) });
const told = (what) => (first) => (console.log(what, typeof first === "string" ? first : ""), nothing);
const kind = { append: () => kind, value: "" };
const output = Object.fromEntries(["append", "appendLine", "show", "dispose"].map((name) => [name, () => {}]));
const given = {
  commands: partly({ registerCommand: told("command") }),
  languages: new Proxy({}, { get: (_, name) => told(name) }),
  window: partly({
    createOutputChannel: () => output,
    showErrorMessage: async (said) => console.log("error", said),
    tabGroups: { all: [] },
    visibleTextEditors: [],
  }),
  workspace: partly({
    getConfiguration: () => ({ get: (name, other) => (name === "path" ? server : other) }),
    textDocuments: [],
    workspaceFolders: undefined,
  }),
  env: { language: "zh-cn", appName: "test" },
  CodeActionKind: new Proxy({}, { get: () => kind }),
  CancellationTokenSource: class {
    token = { onCancellationRequested: () => {} };
    dispose() {}
  },
  Disposable: class {
    static from = () => nothing;
    dispose() {}
  },
  Uri: { parse: (address) => address, file: (path) => path },
  EventEmitter: class {
    event = () => ({ dispose() {} });
    fire() {}
    dispose() {}
  },
};
const vscode = { version: "1.82.0" };
for (const [, form, name] of readFileSync(types, "utf8").matchAll(/^\texport (class|enum|namespace|const) (\w+)/gm)) {
  vscode[name] ??= given[name] ?? (form === "class" ? class {} : nothing);
}
const load = Module._load;
Module._load = (request, ...rest) => (request === "vscode" ? vscode : load(request, ...rest));

const extension = require(bundle);
extension
  .activate({ subscriptions: [] })
  .then(() => (console.log("active"), extension.deactivate()))
  .then(() => console.log("stopped"), (error) => console.log("failed", error))
  .finally(() => process.exit());
