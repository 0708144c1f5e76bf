"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const cards = all(".card");
  const marks = all("mark");
  const notes = all(".note, .tick");
  const ledgers = all("details", document.querySelector("main"));
  const controls = document.querySelector(".controls");
  const panel = controls.querySelector("details");

  const cardOf = (note) => byId(note.getAttribute("href").slice(1));
  const wordsOf = (card) => all(`mark[data-of~="${card.id}"]`);
  const placesOf = (link) => all(`.text [data-see~="${link.dataset.see}"]`);
  const cardsOf = (mark) => mark.dataset.of.split(" ").map(byId).filter((card) => !card.hidden);

  /** Light up cards with their words, and the places that links lead to; all else goes out. */
  function light(lit, links = []) {
    all(".lit, .near").forEach((element) => element.classList.remove("lit", "near"));
    for (const card of lit) {
      for (const element of [card, ...wordsOf(card)]) element.classList.add("lit");
      links = links.concat(all("a[data-see]", card));
    }
    for (const link of links) placesOf(link).forEach((element) => element.classList.add("near"));
  }

  /** The card moves in its column alone, the words to the middle of the window. */
  function open(card) {
    light([card]);
    card.scrollIntoView({ block: "nearest" });
    (wordsOf(card)[0] ?? byId(`${card.id}w`)).scrollIntoView({ block: "center" });
  }

  function openFrom(mark) {
    const found = cardsOf(mark);
    light(found);
    found[0]?.scrollIntoView({ block: "nearest" });
    mark.scrollIntoView({ block: "nearest" });
  }

  function follow(link) {
    const card = link.closest(".card");
    light(card ? [card] : [], [link]);
    placesOf(link)[0]?.scrollIntoView({ block: "center" });
  }

  function step(by) {
    const shown = cards.filter((card) => !card.hidden);
    const at = shown.findIndex((card) => card.classList.contains("lit"));
    const next = at < 0 ? (by > 0 ? 0 : -1) : (at + by + shown.length) % shown.length;
    if (shown.length) open(shown.at(next));
  }

  function filter() {
    const chosen = (name) => new Set(all(`input[name="${name}"]:checked`).map((box) => box.value));
    const severities = chosen("severity");
    const checks = chosen("check");
    for (const card of cards) card.hidden = !severities.has(card.dataset.severity) || !checks.has(card.dataset.check);
    for (const note of notes) note.hidden = cardOf(note).hidden;
    for (const mark of marks) {
      const left = cardsOf(mark).map((card) => card.dataset.severity);
      mark.dataset.severity = ["error", "warning", "info"].find((severity) => left.includes(severity)) ?? "";
    }
    const shown = cards.filter((card) => !card.hidden).length;
    controls.querySelector("output").textContent = shown < cards.length ? `显示 ${shown} 条，共 ${cards.length} 条` : "";
    light([]);
  }

  document.addEventListener("click", (event) => {
    const from = (selector) => event.target.closest(selector);
    if (!from("details")) panel.open = false;
    if (from("button")) {
      const { step: by, all: checked } = from("button").dataset;
      if (by) return step(Number(by));
      all("input", panel).forEach((box) => (box.checked = checked === "true"));
      return filter();
    }
    if (from("a[data-see]")) {
      event.preventDefault();
      follow(from("a[data-see]"));
    } else if (from(".note, .tick")) {
      event.preventDefault();
      const card = cardOf(from(".note, .tick"));
      open(card);
      card.querySelector("a").focus({ preventScroll: true });
    } else if (from(".card") && (from("a") || getSelection().isCollapsed)) { // words being selected are not a click
      event.preventDefault();
      open(from(".card"));
    } else if (from("mark") && getSelection().isCollapsed) {
      openFrom(from("mark"));
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.open = false;
    light([]);
  });
  controls.addEventListener("change", filter);
  let folded = [];
  addEventListener("beforeprint", () => { // paper unfolds nothing
    folded = ledgers.filter((each) => !each.open);
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => folded.forEach((each) => (each.open = false)));

  controls.hidden = !cards.length;
  filter();
})();
