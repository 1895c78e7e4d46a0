// Returns what makes the page wider than its window, one question after the other and all at once.
const root = document.documentElement;
const found = [];
const look = (where) => {
  if (root.scrollWidth <= root.clientWidth) return;
  const over = all("body *").filter((e) => shown(e) && e.getBoundingClientRect().right > root.clientWidth + 1);
  found.push(`${where}: ${root.scrollWidth} px in ${root.clientWidth}: ${over.slice(0, 4).map(named).join(", ")}`);
};
for (const panel of ["map", "timeline"]) {
  document.querySelector("[data-panel]").dataset.panel = panel;
  look(`the question with its ${panel}`);
}
root.dataset.all = "";
look("all questions");
return found;
