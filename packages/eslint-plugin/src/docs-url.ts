/** The page of documentation of a rule; editors link to it. */
export function docsUrl(rule: string): string {
  return `https://github.com/wx-domain/wx-domain/blob/main/docs/rules/${rule}.md`;
}
