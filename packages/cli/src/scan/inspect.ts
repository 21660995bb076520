import { scan } from "@wx-domain/analyzer";
import { nodeFiles } from "@wx-domain/analyzer/node";
import { compileLists, type DomainLists, type Locale, type Localized } from "@wx-domain/core";
import type { Style } from "../command.ts";
import { splitFindings, type Baseline } from "./baseline.ts";
import { boundLines } from "./bounds.ts";
import type { Finding } from "./findings.ts";
import type { Format } from "./formats.ts";
import { formatHtml } from "./html/page.ts";
import { takeInventory, type JudgedCall } from "./inventory.ts";
import { formatJson } from "./json.ts";
import { listUses } from "./list-use.ts";
import { placeLocator } from "./locate.ts";
import { planChanges } from "./plan.ts";
import { countingFiles, type StatusLine } from "./progress.ts";
import { formatSarif } from "./sarif.ts";
import { formatTable } from "./table/table.ts";
import { reasonsOf } from "./table/undetermined-section.ts";
import { urlCheckNotes } from "./url-check.ts";

interface InspectOptions {
  readonly format: Format;
  readonly locale: Locale;
  readonly style: Style;
  readonly verbose: boolean;
  readonly baseline: Baseline;
  /** What a reader has to know of the lists. */
  readonly noteOnLists: Localized | undefined;
  /** Undefined: nobody looks. */
  readonly status: StatusLine | undefined;
  /** The folder as seen from the repository's root: `""`, or ending in a slash. */
  readonly prefix: string;
  readonly version: string;
}

/** What a scan prints, and what it found. */
interface Inspection {
  readonly text: string;
  /** Those that the baseline hasn't. */
  readonly findings: ReadonlySet<Finding>;
  /** What turns the check off, and where the analysis stopped short; one sentence a line. */
  readonly notes: readonly string[];
}

/**
 * Scans the programs below a folder of this machine and compares them with lists.
 * @param folder Absolute.
 */
export function inspect(folder: string, lists: DomainLists, { format, status, prefix, version, ...look }: InspectOptions): Inspection {
  const files = nodeFiles();
  const scanned = scan(folder, status === undefined ? files : countingFiles(files, status, look.locale, Date.now));
  status?.clear();
  const inventory = takeInventory(scanned, folder, compileLists(lists));
  const uses = listUses(inventory, lists);
  const plan = planChanges(inventory, uses, lists);
  const urlCheck = urlCheckNotes(folder, files);
  const locate = placeLocator(folder, files);
  const whyOpen = (call: JudgedCall, locale: Locale): readonly string[] => reasonsOf(call, { locale, verbose: true, locate });
  const linesOf = (file: string): readonly string[] | undefined => files.read(`${folder}/${file}`)?.split(/\r\n|[\r\n\u2028\u2029]/);
  const texts: Readonly<Record<Format, () => string>> = {
    table: () => formatTable(inventory, uses, plan, { ...look, lists, locate }),
    json: () => formatJson(inventory, uses, plan),
    sarif: () => formatSarif(inventory, { ...look, prefix, version, whyOpen, linesOf: remembered(linesOf) }),
    html: () => formatHtml(inventory, uses, plan, { ...look, lists, notes: [look.noteOnLists ?? [], urlCheck].flat(), whyOpen, linesOf: remembered(linesOf) }),
  };
  return {
    text: texts[format](),
    findings: new Set(inventory.calls.flatMap((call) => [...splitFindings(call, look.baseline).fresh])),
    notes: [...urlCheck.map((note) => note[look.locale]), ...boundLines(inventory.bounds, look.verbose, look.locale)],
  };
}

function remembered<T>(answer: (file: string) => T): (file: string) => T {
  const known = new Map<string, T>();
  return (file) => {
    const found = known.get(file) ?? answer(file);
    known.set(file, found);
    return found;
  };
}
