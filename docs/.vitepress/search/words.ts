/**
 * The words of a page, and of what people type: letters and digits, two and more; of Chinese, which has no blanks, each pair of neighbours.
 * DevTools ends its messages with the address of the manual, whose words say nothing about the fault.
 *
 * VitePress sends this function to the browser as text: it stands alone, without an import or a name from outside of it.
 */
export function tokenize(text: string): string[] {
  const runs = text.replaceAll(/https?:\/\/developers\.weixin\.qq\.com[\w./-]*/g, "").match(/\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]{2,}/gu) ?? [];
  return runs.flatMap((run) => {
    const pairs = [...run.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)].map(([first, second = ""]) => first + second);
    return pairs.length === 0 ? [run] : pairs;
  });
}
