/** VitePress's: for each language a function that loads its index. */
declare module "@localSearchIndex" {
  const indexes: Readonly<Record<string, (() => Promise<{ readonly default: string }>) | undefined>>;
  export default indexes;
}
