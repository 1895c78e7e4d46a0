// Arguments: the function to call with what axe-core, loaded before, has found.
const [done] = arguments;
const options = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};
const told = (node) => `${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`;
window.axe.run(document, options).then(
  ({ violations }) => done(violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, targets: nodes.slice(0, 4).map(told) }))),
  (error) => done([{ id: "axe itself", impact: "critical", help: String(error), targets: [] }]),
);
