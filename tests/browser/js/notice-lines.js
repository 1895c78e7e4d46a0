// Returns, for each notice that can be seen, over how many lines its text runs.
return all("[data-notice]").filter(shown).map((notice) => {
  const range = document.createRange();
  range.selectNodeContents(notice);
  const middles = [...range.getClientRects()].filter((box) => box.width > 0).map((box) => box.y + box.height / 2);
  const lines = [];
  for (const middle of middles.sort((a, b) => a - b)) {
    if (lines.length === 0 || middle - lines.at(-1) > 8) lines.push(middle);
  }
  return lines.length;
});
