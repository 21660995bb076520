/**
 * Whether a script has decorators, by a glance at its text: beside a class, a line that begins with one. A line of a comment may look the same.
 * ESLint's own parser reads none; JavaScript for older Taro, wepy and MobX has them.
 */
export function hasDecorators(text: string): boolean {
  return DECORATOR.test(text) && /\bclass\b/.test(text);
}

const DECORATOR = /^[ \t]*(?:export\s+(?:default\s+)?)?@[A-Za-z_$][\w$.]*(?:[ \t\r]*(?:\(|$)|[ \t]+[\w$#@])/m;
