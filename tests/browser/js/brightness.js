// Returns how bright the paper and the ink of the page are, from 0 to 1.
const brightness = (color) => {
  const [red, green, blue] = color.match(/[\d.]+/g).map(Number);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
};
const isClear = (color) => color === "transparent" || /, 0\)$/.test(color);
const papers = [document.body, document.documentElement].map((element) => getComputedStyle(element).backgroundColor);
const paper = papers.find((color) => !isClear(color)) ?? "rgb(255, 255, 255)";
return [brightness(paper), brightness(getComputedStyle(document.body).color)];
