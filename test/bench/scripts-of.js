/**
 * The code in a file, for a parser: of a single-file component only its scripts.
 *
 * @param {string} path
 * @param {string} text
 */
export function scriptOf(path, text) {
  if (!path.endsWith(".vue")) return { code: text, typescript: /\.[mc]?tsx?$/.test(path), jsx: !/\.[mc]?ts$/.test(path) };
  const scripts = [...text.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
  const typescript = scripts.some(([, attributes]) => /lang="tsx?"/.test(attributes ?? ""));
  return { code: scripts.map(([, , code]) => code ?? "").join("\n"), typescript, jsx: !typescript };
}
