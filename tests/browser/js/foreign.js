// Arguments: a seed and how many. Returns so many messages that mean nothing to the explainer, the same for each seed.
const [seed, count] = arguments;
let state = seed;
// The generator known as mulberry32.
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const pick = (list) => list[Math.floor(random() * list.length)];
const loose = ["", "hello", "pymxPYMxgraphic-1xPYMxheightxPYMx5", '{"target":"throughline","v":1}', 7, true, null, [], [1]];
const message = () => {
  if (random() < 0.2) return pick(loose);
  const target = pick(["throughline", "throughline", "Throughline", "", null, 1, ["throughline"], {}]);
  const v = pick([1, 1, 2, 0, "1", null]);
  const data = pick([{ theme: "dark" }, { fragment: "#sources" }, { height: 5 }, {}, null, "dark", 1, []]);
  const type = pick(["hello", "goto", "theme", "lang", "height", "__proto__", "constructor", 1, null]);
  const isGood = target === "throughline" && v === 1;
  if (!isGood) return { target, v, type, data };
  // All but its last part is right.
  if (random() < 0.5) return { target, v, type: pick(["themes", "Hello", "__proto__", 1, null]), data };
  return { target, v, type: "theme", data: pick([{ theme: "pink" }, { theme: 1 }, { theme: ["dark"] }, "dark", null, {}]) };
};
// Each is a good message but for one thing.
const good = { target: "throughline", v: 1, type: "theme", data: { theme: "dark" } };
const near = [
  ...[undefined, null, "", "Throughline", ["throughline"]].map((target) => ({ ...good, target })),
  ...[undefined, null, 0, 2, "1", [1], true].map((v) => ({ ...good, v })),
  ...[undefined, "", "Theme", "hello", "height", ["theme"]].map((type) => ({ ...good, type })),
  ...[null, "dark", {}, { theme: "pink" }, { theme: "Dark" }, { theme: ["dark"] }].map((data) => ({ ...good, data })),
  { ...good, type: "goto", data: { fragment: 1 } },
  { source: "throughline", v: 1, type: "theme", data: { theme: "dark" } },
];
return [...near, ...Array.from({ length: count }, message)];
