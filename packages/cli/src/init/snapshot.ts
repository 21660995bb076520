import { scan, type FileAccess } from "@wx-domain/analyzer";
import { compileLists, formatSnapshot, type DomainLists, type Localized } from "@wx-domain/core";
import { chooseSource, compare, deadlineIn, nodeEdges } from "@wx-domain/loader";
import type { CommandContext, Given } from "../command.ts";
import { PROPOSED } from "../lists-note.ts";
import { takeInventory } from "../scan/inventory.ts";
import { listUses } from "../scan/list-use.ts";
import { planChanges } from "../scan/plan.ts";
import { readSourceOptions, readTimeout } from "../source/options.ts";

const SCHEMA = "https://unpkg.com/@wx-domain/core/schema/wx-domains.schema.json";

/** Variables of which one says that a pull can be tried. */
const CREDENTIALS = ["WX_APPSECRET", "WX_ACCESS_TOKEN", "WX_TOKEN_COMMAND", "WX_COMPONENT_TOKEN", "WX_COMPONENT_TOKEN_COMMAND"];

export function hasCredentials({ environment }: CommandContext): boolean {
  return CREDENTIALS.some((name) => Boolean(environment[name]));
}

/** The text of a snapshot with the lists in force. */
export async function pulledSnapshot(path: string, shown: string, context: CommandContext, given: Given, warn: (text: Localized) => void): Promise<string> {
  const edges = nodeEdges(context.environment);
  const deadline = deadlineIn(readTimeout(given), edges.now);
  const source = chooseSource(readSourceOptions(given, context));
  const { next } = await compare({ source, snapshot: { path, shown }, warn }, { edges, deadline, redactor: context.redactor });
  return next.kind === "changed" ? formatSnapshot(next.snapshot) : (next.text ?? formatSnapshot({ lists: {} }));
}

/** The text of a snapshot with what the program is known to use; a list that nothing known uses stays unknown. */
export function proposedSnapshot(folder: string, files: FileAccess): string {
  const inventory = takeInventory(scan(folder, files), folder, compileLists({}));
  const plan = planChanges(inventory, listUses(inventory, {}), {});
  const lists: DomainLists = Object.fromEntries(plan.flatMap(({ fields }) => fields).map(({ list, entries }) => [list, entries]));
  return formatSnapshot({ $schema: SCHEMA, source: PROPOSED, lists });
}
