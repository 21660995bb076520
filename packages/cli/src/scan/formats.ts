/** The words of `--format`. */
export const FORMATS = ["table", "json", "sarif", "html"] as const;

export type Format = (typeof FORMATS)[number];
