/** What the search box says, by VitePress's names for the languages. */
const TEXTS = {
  root: {
    label: "Search, or paste an error",
    asked: "Searched for the error in it: ",
    nothing: "No page has these words.",
    unknown: "These pages have other words of the text; none knows the code ",
    elsewhere: "Not what you look for?",
    errors: "All errors",
    playground: "Try your code in the playground",
    clear: "Clear",
    close: "Close",
    keys: { move: "to move", open: "to open", close: "to close" },
  },
  zh: {
    label: "搜索或粘贴报错",
    asked: "按其中的报错查找：",
    nothing: "没有找到相关页面。",
    unknown: "以下页面只含有其他词，没有关于这个错误码的页面：",
    elsewhere: "没有你要找的？",
    errors: "全部报错",
    playground: "把代码贴到在线试用",
    clear: "清空",
    close: "关闭",
    keys: { move: "切换", open: "打开", close: "关闭" },
  },
} as const;

/** Where a language's pages begin. */
const FOLDERS = { root: "/", zh: "/zh/" } as const;

export type Language = keyof typeof TEXTS;

export function isLanguage(name: string): name is Language {
  return Object.hasOwn(TEXTS, name);
}

export function textsOf(language: Language): (typeof TEXTS)[Language] {
  return TEXTS[language];
}

export function folderOf(language: Language): (typeof FOLDERS)[Language] {
  return FOLDERS[language];
}
