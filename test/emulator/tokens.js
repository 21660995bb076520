/** @typedef {"app" | "authorizer"} TokenKind */

/** The access tokens of one emulated account, and the refresh token by which a platform gets one. */
export class Tokens {
  /** @type {string} @readonly */
  #appid;
  /** @type {Map<string, TokenKind>} @readonly */
  #current = new Map();
  /** @type {Set<string>} @readonly */
  #expired = new Set();
  #issued = 0;
  #refreshToken;

  /** @param {string} [appid] */
  constructor(appid = "") {
    this.#appid = appid;
    this.#refreshToken = `emulated-refresh-token-${appid}-0`;
  }

  /** The only refresh token that is good now. */
  get refreshToken() {
    return this.#refreshToken;
  }

  /**
   * The stable token: the same one for as long as it is valid.
   * @param {boolean} forced  Invalidates the current one first.
   */
  stable(forced = false) {
    if (forced) this.expire();
    for (const [token, kind] of this.#current) if (kind === "app") return token;
    return this.#issue("app");
  }

  /**
   * A token for the platform; the refresh token that it was asked with is worth nothing from now on.
   * @param {unknown} refreshToken
   * @returns {string | undefined} Undefined: it was another one.
   */
  authorize(refreshToken) {
    if (refreshToken !== this.#refreshToken) return undefined;
    const token = this.#issue("authorizer");
    this.#refreshToken = `emulated-refresh-token-${this.#appid}-${this.#issued}`;
    return token;
  }

  /** @param {TokenKind} kind */
  #issue(kind) {
    const token = `emulated-${kind}-token-${this.#appid}-${++this.#issued}`;
    this.#current.set(token, kind);
    return token;
  }

  /**
   * Takes a token of the test's own making for a current one.
   * @param {string} token
   * @param {TokenKind} [kind]
   */
  accept(token, kind = "app") {
    this.#current.set(token, kind);
  }

  /**
   * Takes a refresh token of the test's own making for the current one.
   * @param {string} token
   */
  acceptRefreshToken(token) {
    this.#refreshToken = token;
  }

  /** Ends the current tokens, as time does after two hours. */
  expire() {
    for (const token of this.#current.keys()) this.#expired.add(token);
    this.#current.clear();
  }

  /**
   * The errcode that a call with this token gets; 0 if it is good.
   * @param {string} token
   */
  judge(token) {
    if (this.#expired.has(token)) return 42001;
    return this.#current.has(token) ? 0 : 40001;
  }

  /**
   * What kind of token that is.
   * @param {string} token
   */
  kindOf(token) {
    return this.#current.get(token);
  }
}
