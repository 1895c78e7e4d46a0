// Returns what is wrong with the layout of the page as it stands.
const SMALLEST_TEXT = 12;
const SMALLEST_TARGET = 24;
const complaints = [];

const root = document.documentElement;
if (root.scrollWidth > root.clientWidth) {
  const over = all("body *").filter((e) => shown(e) && e.getBoundingClientRect().right > root.clientWidth + 1);
  complaints.push(`the document is ${root.scrollWidth} px wide in a window of ${root.clientWidth}; over the edge: ${over.slice(0, 3).map(named).join(", ")}`);
}

const map = all('[data-view="map"]').find(shown);
const focused = map ? all("[data-actor][data-focus]", map) : [];
if (!map) complaints.push("the map cannot be seen");
else if (focused.length === 0) complaints.push("no actor on the map has data-focus");
const frame = focused[0]?.ownerSVGElement.getBoundingClientRect();
for (const actor of focused) {
  const id = actor.dataset.actor;
  const inside = [...all("text", actor), ...all(`[data-label="${id}"]`, map)];
  const label = inside.find((text) => shown(text) && words(text));
  if (!label) {
    complaints.push(`the actor ${id} has no visible label`);
    continue;
  }
  const px = size(label.localName === "g" ? label.querySelector("text") ?? label : label);
  if (px < SMALLEST_TEXT - 0.05) complaints.push(`the label of ${id} is ${px.toFixed(1)} px`);
  const box = label.getBoundingClientRect();
  if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
    complaints.push(`the label of ${id} is cut off by the edge of the map`);
  }
}

const controls = all('[data-action], button, summary, input, select, [role="tab"]').filter((e) => shown(e) && !e.closest("svg"));
for (const control of controls) {
  const target = control.matches("[type=checkbox], [type=radio]") ? control.closest("label") ?? control : control;
  const box = target.getBoundingClientRect();
  if (box.width < SMALLEST_TARGET - 0.5 || box.height < SMALLEST_TARGET - 0.5) {
    complaints.push(`${named(control)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px`);
  }
}
return [...new Set(complaints)];
