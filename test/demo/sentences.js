/**
 * What the demo says between the outputs of the command and of ESLint.
 *
 * @typedef {object} Sentences
 * @property {(url: string) => string} pull
 * @property {() => string} lint
 * @property {(line: string) => string} missed
 * @property {(line: string) => string} superfluous
 * @property {(faults: number, found: number, correct: number, superfluous: number) => string} summary
 */

/** @type {Readonly<Record<import("@wx-domain/core").Locale, Sentences>>} */
export const SENTENCES = {
  en: {
    pull: (url) => `1. The lists, from an emulated WeChat at ${url}\n\n$ wx-domain pull --endpoint ${url}`,
    lint: () => "\n2. A sample shop, test/demo/fixtures/shop, against these lists\n\n$ eslint .",
    missed: (line) => `Not found: ${line}`,
    superfluous: (line) => `Reported without cause: ${line}`,
    summary: (faults, found, correct, superfluous) =>
      `3. ${found} of the shop's ${faults} faults found; ${superfluous} false reports, with ${correct} correct calls in it.`,
  },
  "zh-CN": {
    pull: (url) => `1. 从模拟的微信服务器 ${url} 拉取域名列表\n\n$ wx-domain pull --endpoint ${url}`,
    lint: () => "\n2. 用这些列表检查示例商城 test/demo/fixtures/shop\n\n$ eslint .",
    missed: (line) => `未发现：${line}`,
    superfluous: (line) => `误报：${line}`,
    summary: (faults, found, correct, superfluous) => `3. 示例中的 ${faults} 处问题发现了 ${found} 处；另有 ${correct} 处正确的调用，误报 ${superfluous} 处。`,
  },
};
