// Does to the text what a browser's translation does: every text node moves into two nested font elements.
// Returns how many texts are in such elements then, and how many the page has.
const texts = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes.filter((node) => node.data.trim() && !node.parentElement.closest("script, style"));
};
for (const node of texts().filter((text) => !text.parentElement.closest("svg"))) {
  const [outer, inner] = [document.createElement("font"), document.createElement("font")];
  node.replaceWith(outer);
  outer.append(inner);
  inner.append(document.createTextNode(node.data));
}
const after = texts();
return [after.filter((text) => text.parentElement.matches("font > font")).length, after.length];
