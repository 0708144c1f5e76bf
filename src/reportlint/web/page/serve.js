"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const LEVELS = { off: "不检查", info: "提示", warning: "警告", error: "错误" };
  const POLL = 400;
  const ALIVE = 30_000; // the server forgets jobs that nobody asks for

  let drafts = []; // {name, data}: files chosen or dropped, in order
  let job = null;
  let alive = 0;

  /** What the server answers; its words are shown where it refuses. */
  async function ask(path, options = {}) {
    let answer;
    try {
      answer = await fetch(path, options);
    } catch {
      throw new Error("连不上 reportlint。请看看它是否还在运行。");
    }
    const body = answer.status === 204 ? null : await answer.json().catch(() => null);
    if (!answer.ok) throw new Error(body?.said ?? `没有做成（${answer.status}）。`);
    return body;
  }

  function say(words, bad = false) {
    byId("said").textContent = words;
    byId("said").classList.toggle("bad", bad);
  }

  // Drafts

  function add(files) {
    for (const file of files) drafts.push({ name: file.webkitRelativePath || file.path || file.name, data: file });
    showChosen();
  }

  function showChosen() {
    byId("chosen").replaceChildren(
      ...drafts.map((draft, at) => {
        const remove = make("button", { type: "button", textContent: "去掉" });
        remove.setAttribute("aria-label", `去掉 ${draft.name}`);
        remove.addEventListener("click", () => {
          drafts.splice(at, 1);
          showChosen();
        });
        return make("li", {}, draft.name, remove);
      }),
    );
  }

  /** The files of what was dropped, those in folders too. */
  async function dropped(items) {
    const found = [];
    const open = async (entry, path) => {
      if (entry.isFile) {
        const file = await new Promise((done, failed) => entry.file(done, failed));
        found.push({ name: path + entry.name, data: file });
        return;
      }
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) return;
        for (const each of some) await open(each, `${path}${entry.name}/`);
      }
    };
    for (const entry of [...items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean)) await open(entry, "");
    return found.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  // Settings

  function showChecks(checks) {
    const families = Map.groupBy ? Map.groupBy(checks, (check) => check.family) : grouped(checks);
    for (const [family, members] of families) {
      byId("checks").append(make("h3", { textContent: family }));
      for (const check of members) {
        const select = make("select", { name: check.name });
        select.append(make("option", { value: "", textContent: `默认（${check.called}）` }));
        for (const [value, textContent] of Object.entries(LEVELS)) select.append(make("option", { value, textContent }));
        byId("checks").append(make("label", { title: check.summary }, check.title, select));
      }
    }
  }

  function grouped(checks) {
    const families = new Map();
    for (const check of checks) families.set(check.family, [...(families.get(check.family) ?? []), check]);
    return families;
  }

  function wish() {
    const chosen = [...byId("checks").querySelectorAll("select")].filter((select) => select.value);
    return { levels: Object.fromEntries(chosen.map((select) => [select.name, select.value])), issuer_kind: byId("issuer").value, year: byId("year").valueAsNumber || null };
  }

  // A job

  async function run(event) {
    event.preventDefault();
    const pasted = byId("text").value;
    const all = pasted.trim() ? [...drafts, { name: "粘贴的文字.txt", data: new Blob([pasted]) }] : drafts;
    if (!all.length) return say("还没有草稿。请拖进文件，或粘贴文字。", true);
    await forget();
    byId("go").disabled = true;
    try {
      job = (await ask("jobs", { method: "POST", body: JSON.stringify(wish()) })).id;
      for (const file of byId("previous").files) await hand("previous", { name: file.name, data: file });
      for (const [at, draft] of all.entries()) {
        say(`正在交 ${at + 1}／${all.length}：${draft.name}`);
        await hand("drafts", draft);
      }
      show(await ask(`jobs/${job}/start`, { method: "POST" }));
      await follow();
    } catch (error) {
      say(error.message, true);
      byId("bar").hidden = true;
    } finally {
      byId("go").disabled = false;
    }
  }

  const hand = (what, draft) =>
    ask(`jobs/${job}/${what}?name=${encodeURIComponent(draft.name)}`, { method: "POST", body: draft.data });

  async function follow() {
    for (;;) {
      const state = await ask(`jobs/${job}`);
      show(state);
      if (state.state === "done" || state.state === "failed") break;
      await new Promise((done) => setTimeout(done, POLL));
    }
    alive = setInterval(() => ask(`jobs/${job}`).catch(() => clearInterval(alive)), ALIVE);
  }

  function show(state) {
    const over = state.state === "done" || state.state === "failed";
    byId("bar").hidden = over;
    byId("bar").max = state.of;
    byId("bar").value = state.done;
    if (state.state === "waiting") say("前面还有人在检查，请稍候。");
    if (state.state === "running") say(`正在检查，做完 ${state.done}／${state.of}。`);
    if (state.state === "failed") say(state.said, true);
    if (state.state !== "done") return;
    const [errors, warnings] = [0, 1].map((at) => state.drafts.reduce((sum, draft) => sum + draft.counts[at], 0));
    say(`检查了 ${state.of} 份草稿：${errors} 处错误，${warnings} 处警告。`);
    byId("rows").hidden = byId("whole").hidden = byId("page").hidden = byId("clear").hidden = false;
    byId("rows").tBodies[0].replaceChildren(...state.drafts.map(row));
    byId("views").hidden = !state.survey;
    byId("book").href = `jobs/${job}/survey.xlsx`;
    view(state.survey ? "survey" : "findings");
  }

  /** Show a page of the job's: findings, one draft after the other, or the survey of all. */
  function view(page) {
    byId("page").src = byId("wide").href = `jobs/${job}/${page}`;
    byId("save").href = `jobs/${job}/${page}?save`;
    byId("together").setAttribute("aria-pressed", page === "survey");
    byId("one-by-one").setAttribute("aria-pressed", page === "findings");
  }

  function row(draft, at) {
    const [name, taken] = [make("td", {}, draft.name), make("td")];
    if (draft.note) name.append(make("p", { className: "bad", textContent: draft.note }));
    if (draft.error) taken.append(make("span", { className: "bad", textContent: draft.error }));
    else {
      taken.append(fetched(`jobs/${job}/drafts/${at}/review`, "批注本（Word）"));
      if (draft.text && draft.fixes) taken.append(fetched(`jobs/${job}/drafts/${at}/corrected`, `改好的文字（${draft.fixes} 处）`));
    }
    return make("tr", {}, name, ...draft.counts.map((count) => make("td", { textContent: count || "" })), taken);
  }

  const fetched = (href, textContent) => make("a", { href, textContent, download: "" });

  async function forget() {
    clearInterval(alive);
    for (const id of ["rows", "whole", "views", "page", "clear"]) byId(id).hidden = true;
    byId("page").removeAttribute("src");
    if (job) await ask(`jobs/${job}`, { method: "DELETE" }).catch(() => null);
    job = null;
  }

  async function clear() {
    await forget();
    drafts = [];
    byId("desk").reset();
    showChosen();
    byId("compared").textContent = "";
    say("");
  }

  const drop = byId("drop");
  for (const kind of ["dragover", "dragleave", "drop"])
    document.addEventListener(kind, (event) => {
      event.preventDefault(); // or the browser would leave the page for the file
      drop.classList.toggle("over", kind === "dragover");
    });
  document.addEventListener("drop", async (event) => {
    const found = await dropped(event.dataTransfer.items).catch(() => []);
    drafts.push(...(found.length ? found : [...event.dataTransfer.files].map((file) => ({ name: file.name, data: file }))));
    showChosen();
  });
  for (const id of ["files", "folder"])
    byId(id).addEventListener("change", (event) => {
      add(event.target.files);
      event.target.value = "";
    });
  byId("previous").addEventListener("change", () => {
    byId("compared").textContent = [...byId("previous").files].map((file) => file.name).join("、");
  });
  byId("checks").addEventListener("change", (event) =>
    event.target.closest("label").classList.toggle("changed", Boolean(event.target.value)));
  byId("search").addEventListener("input", (event) => {
    for (const label of byId("checks").querySelectorAll("label"))
      label.hidden = !`${label.textContent}${label.querySelector("select").name}`.includes(event.target.value.trim());
  });
  byId("defaults").addEventListener("click", () => {
    for (const select of byId("checks").querySelectorAll("select")) select.value = "";
    for (const label of byId("checks").querySelectorAll("label")) label.classList.remove("changed");
  });
  byId("one-by-one").addEventListener("click", () => view("findings"));
  byId("together").addEventListener("click", () => view("survey"));
  byId("desk").addEventListener("submit", run);
  byId("clear").addEventListener("click", clear);
  addEventListener("pagehide", () => job && fetch(`jobs/${job}`, { method: "DELETE", keepalive: true }));

  ask("checks").then(showChecks).catch((error) => say(error.message, true));
})();
