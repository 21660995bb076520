/** The access tokens of one emulated account. */
export class Tokens {
  /** @type {string | undefined} */
  #current;
  #issued = 0;
  /** @type {Set<string>} @readonly */
  #expired = new Set();

  /**
   * The stable token: the same one for as long as it is valid.
   * @param {boolean} forced  Invalidates the current one first.
   */
  stable(forced = false) {
    if (forced) this.expire();
    this.#current ??= `emulated-access-token-${++this.#issued}`;
    return this.#current;
  }

  /**
   * Takes a token of the test's own making for the current one.
   * @param {string} token
   */
  accept(token) {
    this.#current = token;
  }

  /** Ends the current token, as time does after two hours. */
  expire() {
    if (this.#current !== undefined) this.#expired.add(this.#current);
    this.#current = undefined;
  }

  /**
   * The errcode that a call with this token gets; 0 if it is good.
   * @param {string | null} token
   */
  judge(token) {
    if (token === null || token === "") return 41001;
    if (this.#expired.has(token)) return 42001;
    return token === this.#current ? 0 : 40001;
  }
}
