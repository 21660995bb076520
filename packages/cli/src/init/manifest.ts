/** A package.json, as far as `init` reads it. */
export interface Manifest {
  readonly text: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function parseManifest(text: string | undefined): Manifest | undefined {
  if (text === undefined) return { text, fields: { private: true } };
  try {
    const fields: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isRecord(fields) ? { text, fields } : undefined;
  } catch {
    return undefined;
  }
}

/** What a range in one of the dependency fields says. */
export function rangeOf({ fields }: Manifest, name: string): string | undefined {
  const ranges = ["dependencies", "devDependencies", "peerDependencies"].map((field) => {
    const found = fields[field];
    return isRecord(found) ? found[name] : undefined;
  });
  return ranges.find((range): range is string => typeof range === "string");
}

/** What is to be in a package.json. */
export interface ManifestWishes {
  readonly scripts: Readonly<Record<string, string>>;
  readonly packages: Readonly<Record<string, string>>;
  /** What `eslintConfig` is to extend. */
  readonly eslintExtends: string | undefined;
}

/** The text with scripts and devDependencies added where the names are still free; the same text if all are taken. */
export function extendManifest(manifest: Manifest, { scripts, packages, eslintExtends }: ManifestWishes): string {
  const missing = Object.fromEntries(Object.entries(packages).filter(([name]) => rangeOf(manifest, name) === undefined));
  const eslint = eslintExtends === undefined ? {} : extendedConfig(manifest, eslintExtends);
  const fields = { ...manifest.fields, ...joined(manifest, "scripts", scripts), ...joined(manifest, "devDependencies", missing), ...eslint };
  const { text = "\n" } = manifest;
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
  const written = JSON.stringify(fields, null, indent);
  if (JSON.stringify(manifest.fields) === JSON.stringify(fields) && manifest.text !== undefined) return text;
  return text.endsWith("\n") ? `${written}\n` : written;
}

/** ESLint's configuration in a package.json. */
export function eslintConfigIn({ fields }: Manifest): Readonly<Record<string, unknown>> | undefined {
  const config = fields["eslintConfig"];
  return isRecord(config) ? config : undefined;
}

function extendedConfig(manifest: Manifest, name: string): Readonly<Record<string, unknown>> {
  const config = eslintConfigIn(manifest) ?? {};
  return { eslintConfig: { ...config, extends: [config["extends"] ?? [], name].flat() } };
}

function joined({ fields }: Manifest, field: string, added: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const found = fields[field];
  const before = isRecord(found) ? found : {};
  const fresh = Object.fromEntries(Object.entries(added).filter(([name]) => before[name] === undefined));
  if (Object.keys(fresh).length === 0) return {};
  const all = { ...before, ...fresh };
  const isSorted = field !== "scripts" && Object.keys(before).every((name, at, names) => at === 0 || (names[at - 1] ?? "") < name);
  return { [field]: isSorted ? Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1))) : all };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
