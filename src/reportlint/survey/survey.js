"use strict";
(() => {
  const table = document.getElementById("reports");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const search = document.getElementById("search");

  const byName = new Intl.Collator("zh", { numeric: true }); // 9／20 before 12／20

  /** A cell as what is sorted by: a number where it is one. */
  const valueOf = (row, at) => {
    const text = row.cells[at].textContent;
    return text === "" ? null : Number.isNaN(Number(text.replace(/,/g, ""))) ? text : Number(text.replace(/,/g, ""));
  };

  function sort(head) {
    const up = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const valued = [...body.rows].map((row) => [valueOf(row, head.cellIndex), row]);
    const compared = ([a], [b]) => {
      if (a === null || b === null) return (a === null) - (b === null); // what is empty comes last either way
      const order = typeof a === "number" && typeof b === "number" ? a - b : byName.compare(a, b);
      return up ? order : -order;
    };
    body.append(...valued.sort(compared).map(([, row]) => row));
  }

  function filter() {
    const words = search.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !`${row.textContent}\n${row.dataset.file}`.toLowerCase().includes(words);
    const shown = rows.filter((row) => !row.hidden).length;
    document.getElementById("shown").textContent = shown < rows.length ? `显示 ${shown}，共 ${rows.length}` : "";
  }

  table.tHead.addEventListener("click", (event) => event.target.closest("th") && sort(event.target.closest("th")));
  search.addEventListener("input", filter);
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => (each.open = true)));
})();
