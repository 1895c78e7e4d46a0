// Does to the text what a browser's translation does: every text node moves into two nested font elements.
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const nodes = [];
while (walker.nextNode()) nodes.push(walker.currentNode);
const texts = nodes.filter((node) => node.data.trim() && !node.parentElement.closest("script, style, svg"));
for (const node of texts) {
  const [outer, inner] = [document.createElement("font"), document.createElement("font")];
  node.replaceWith(outer);
  outer.append(inner);
  inner.append(document.createTextNode(node.data));
}
return texts.length;
