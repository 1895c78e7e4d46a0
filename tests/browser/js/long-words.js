// Arguments: a word. Puts it into every text of the page in place of its longest word, and returns how many there were.
// The page's own short words, on its buttons and beside them, are left as they are. Everything that can be opened is
// opened, so that it is laid out.
const [word] = arguments;
all("details").forEach((details) => {
  details.open = true;
});
const beside = ["all", "zoom-in", "release-date"].map((action) => `:has(> [data-action="${action}"])`);
let changed = 0;
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const text = texts.currentNode;
  if (text.parentElement.closest(["script", "svg", "button", ...beside].join())) continue;
  const longest = text.data.split(/\s+/).reduce((one, other) => (other.length > one.length ? other : one), "");
  if (!longest) continue;
  text.data = text.data.replace(longest, () => word);
  changed += 1;
}
return changed;
