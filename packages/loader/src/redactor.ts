const MASK = "***";

/** A secret shorter than this would mask ordinary words; no WeChat secret or token is. */
const SHORTEST_SECRET = 6;

/** Values that are secret wherever they stand, known to us or not. */
const SECRET_FIELDS =
  /((?:access|refresh|component|authorizer)_?\w*_?token|component_verify_ticket|(?:app)?secret)(["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi;

/**
 * Masks secrets in text that leaves the program. Everything that prints passes through here, and so does a text
 * from outside before it becomes part of an error; tokens that arrive later are added as they arrive.
 */
export class Redactor {
  readonly #secrets = new Set<string>();
  /** All secrets at once; undefined until the next text. */
  #pattern: RegExp | undefined;

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) this.add(secret);
  }

  add(secret: string): void {
    if (secret.length < SHORTEST_SECRET) return;
    this.#secrets.add(secret);
    this.#secrets.add(encodeURIComponent(secret));
    this.#secrets.add(JSON.stringify(secret).slice(1, -1));
    this.#pattern = undefined;
  }

  /** One that knows what this one knows, and keeps to itself what it learns: for one app of many. */
  fork(): Redactor {
    return new Redactor(this.#secrets);
  }

  /** Masks the known secrets: for all that is printed. */
  mask(text: string): string {
    if (this.#secrets.size === 0) return text;
    this.#pattern ??= anyOf(this.#secrets);
    return text.replace(this.#pattern, MASK);
  }

  /** Masks also what stands in a secret's place, whatever it is: for text that came from outside. */
  redact(text: string): string {
    return this.mask(text).replace(SECRET_FIELDS, `$1$2${MASK}`);
  }
}

/**
 * The longest first: a secret that contains another one leaves no tail behind. Whatever the case: a secret in the place
 * of a host comes back in lower case.
 */
function anyOf(secrets: Iterable<string>): RegExp {
  const escaped = [...secrets].sort((a, b) => b.length - a.length).map((secret) => secret.replace(/[^\w]/g, "\\$&"));
  return new RegExp(escaped.join("|"), "gi");
}
