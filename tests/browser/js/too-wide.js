// Returns what makes the page wider than its window.
const root = document.documentElement;
if (root.scrollWidth <= root.clientWidth) return [];
const over = all("body *").filter((e) => shown(e) && e.getBoundingClientRect().right > root.clientWidth + 1);
return [`${root.scrollWidth} px in ${root.clientWidth}:`, ...over.slice(0, 4).map(named)];
