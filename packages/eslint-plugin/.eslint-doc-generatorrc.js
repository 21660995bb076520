/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  pathRuleDoc: "../../docs/rules/{name}.md",
  pathRuleList: "README.md",
  ignoreConfig: ["legacy-recommended"],
  configEmoji: [["strict", "🔒"]],
  ruleDocSectionInclude: ["Details", "Examples"],
};
