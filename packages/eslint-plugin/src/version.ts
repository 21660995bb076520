/** The version in package.json, which a test holds this against: reading the file would cost every import of the plugin. */
export const VERSION = "0.0.0";
