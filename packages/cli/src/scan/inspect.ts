import { scan } from "@wx-domain/analyzer";
import { nodeFiles } from "@wx-domain/analyzer/node";
import { compileLists, type DomainLists, type Locale } from "@wx-domain/core";
import type { Style } from "../command.ts";
import { boundLines } from "./bounds.ts";
import { findingsOf, type Finding } from "./findings.ts";
import type { Format } from "./formats.ts";
import { takeInventory } from "./inventory.ts";
import { formatJson } from "./json.ts";
import { listUses } from "./list-use.ts";
import { placeLocator } from "./locate.ts";
import { formatTable } from "./table/table.ts";

interface InspectOptions {
  readonly format: Format;
  readonly locale: Locale;
  readonly style: Style;
  readonly verbose: boolean;
}

/** What a scan prints, and what it found. */
interface Inspection {
  readonly text: string;
  readonly findings: ReadonlySet<Finding>;
  /** Where the analysis stopped short; one sentence a line. */
  readonly bounds: readonly string[];
}

/**
 * Scans the programs below a folder of this machine and compares them with lists.
 * @param folder Absolute.
 */
export function inspect(folder: string, lists: DomainLists, { format, ...look }: InspectOptions): Inspection {
  const files = nodeFiles();
  const scanned = scan(folder, files);
  const inventory = takeInventory(scanned, folder, compileLists(lists));
  const uses = listUses(inventory, lists);
  const text =
    format === "json" ? formatJson(inventory, uses) : formatTable(inventory, uses, { ...look, lists, locate: placeLocator(folder, files) });
  return {
    text,
    findings: new Set(inventory.calls.flatMap((call) => [...findingsOf(call)])),
    bounds: boundLines(inventory.bounds, look.verbose, look.locale),
  };
}
