import type { Call } from "@wx-domain/core";
import { promisedKey } from "../evaluate/call.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { Frame } from "../evaluate/frame.ts";
import type { Call as CallNode, NodeId } from "../facts/language.ts";
import { copiedClient, memberNames } from "../models/clients.ts";
import { isNetworkName } from "../models/network-calls.ts";
import type { HelperSetting } from "../analysis/file-analysis.ts";
import { folderOf, isWithin } from "../project/paths.ts";
import type { Place } from "../values/pattern.ts";
import type { Element, Thunk, Value } from "../values/value.ts";
import { originOf } from "../values/origin.ts";
import { NOTHING, patternOf, union, unknown } from "../values/value.ts";
import type { CallIndex } from "./callers.ts";
import { expand, siteBounds } from "./expand.ts";
import { openSinks } from "./open-sinks.ts";
import type { PlacedSink } from "./open-sinks.ts";
import { helperSink, sinkOf } from "./sinks.ts";
import type { Sink } from "./sinks.ts";
import type { Module } from "./module.ts";

/** A place of the program that goes to the network. */
export interface Site {
  readonly module: Module;
  readonly call: Call;
  readonly callee: string;
  readonly start: number;
  readonly end: number;
  readonly values: Value;
  /** Of the elements of `values`, by their keys, that come from callers: the calls on the way, the nearest first. */
  readonly callers: ReadonlyMap<string, readonly Place[]>;
}

/** The network calls of the indexed modules, as far as they are `sought`, with every URL that can reach them. */
export function findSites(ev: Evaluator, index: CallIndex, modules: readonly Module[], helpers: readonly HelperSetting[], isSought: (call: Call) => boolean): Site[] {
  const sites: Site[] = [];
  const called = new Set<string>();
  const ways: Ways = { gone: 0 };
  const throughClients = new Map<string, Value[]>();
  for (const { call, callee } of index.outside) {
    const node = call.module.facts.nodes[call.node];
    const key = `${String(call.module.id)}:${String(call.node)}`;
    if (node?.kind !== "call" || called.has(key)) continue;
    const sink = callee.kind === "unknown" ? helperSink(ev, helpers, call.module, node, [callee]) : (sinkOf(ev, callee) ?? helperSink(ev, helpers, call.module, node, [callee]));
    if (sink === undefined || !isSought(sink.call)) continue;
    called.add(key);
    called.add(callee.key);
    const site = siteOf(ev, index, ways, call, node, { ...sink, url: (frame) => sink.url({ ...call, frame }) });
    sites.push(site);
    if (callee.kind === "client-method" || callee.kind === "client") {
      const name = clientKey(callee.kind === "client" ? callee : callee.client, sink.call);
      throughClients.set(name, [...(throughClients.get(name) ?? []), site.values]);
    }
  }
  for (const call of index.openCalls) {
    const node = call.module.facts.nodes[call.node];
    if (node?.kind !== "call") continue;
    const sought = openSinks(ev, index, call).filter((sink) => isSought(sink.call));
    sites.push(...sought.map((sink) => siteOf(ev, index, ways, call, node, sink)));
  }
  for (const module of modules) sites.push(...references(ev, index, module, called, isSought));
  const folders = foldersOfCopies(modules);
  return sites.map((site) => insideCopy(site, folders, throughClients)).sort((a, b) => (a.module.path < b.module.path ? -1 : a.module.path > b.module.path ? 1 : a.start - b.start));
}

/** How many functions were met on the ways to the calls of an app; real ones have a thousand. */
interface Ways {
  gone: number;
}

function siteOf(ev: Evaluator, index: CallIndex, ways: Ways, at: Thunk, node: CallNode, sink: PlacedSink): Site {
  const callers = new Map<string, readonly Place[]>();
  const question = (frame: Frame): Value => {
    ways.gone++;
    return sink.url(frame);
  };
  const values = expand(ev, index, at.frame, question, siteBounds(ways.gone), (answer, frame) => {
    const way = callsOnTheWay(frame);
    for (const { key } of answer) if (!callers.has(key)) callers.set(key, way);
  });
  return { module: at.module, call: sink.call, callee: sink.callee, start: node.start, end: node.end, values, callers };
}

/** The calls by which a frame and those around it came to be. */
function callsOnTheWay(frame: Frame): readonly Place[] {
  const places: Place[] = [];
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent) {
    if (at.arguments.kind !== "call") continue;
    const { module, node, frame: outer } = at.arguments.call;
    const call = module.facts.nodes[node];
    if (call?.kind === "call") places.push({ file: module.path, offset: call.start });
    return [...places, ...callsOnTheWay(outer)];
  }
  return places;
}

function clientKey(client: Element, call: Call): string {
  return `${client.kind === "client" ? client.model : ""} ${call}`;
}

/** Folders with the source of an HTTP client, and which one it is. */
function foldersOfCopies(modules: readonly Module[]): readonly { readonly folder: string; readonly model: string }[] {
  return modules.flatMap(({ facts, path }) => {
    const model = facts.classes.map((one) => copiedClient(memberNames(one), facts.specifiers)).find((one) => one !== undefined);
    return model === undefined ? [] : [{ folder: folderOf(path).replace(/\/core$/, ""), model: model.name }];
  });
}

/** What a copied client sends is what the program hands to it; a request that it answered and that is sent again is none more. */
function insideCopy(site: Site, folders: ReturnType<typeof foldersOfCopies>, throughClients: ReadonlyMap<string, readonly Value[]>): Site {
  const copy = folders.find(({ folder }) => isWithin(site.module.path, folder));
  const handedIn = copy === undefined ? undefined : throughClients.get(`${copy.model} ${site.call}`);
  if (handedIn === undefined) return site;
  return { ...site, values: union(handedIn).filter((element) => !isAnswer(element)) };
}

/** Whether a server's answer decides where an element leads. */
function isAnswer(element: Element): boolean {
  const origin = originOf(patternOf(element));
  return origin.kind === "unknown" && origin.holes[0]?.cause === "server-response";
}

/**
 * A network function that is used as a value (`promisify(wx.request)`). Where it is handed to a function of the
 * program, the calls that this function makes of its parameter tell the URL. `called`: keys of what is called, so that nothing is told twice.
 */
function references(ev: Evaluator, index: CallIndex, module: Module, called: ReadonlySet<string>, isSought: (call: Call) => boolean): Site[] {
  const sites: Site[] = [];
  for (const fn of module.facts.functions) {
    for (const id of fn.calls) {
      const call = module.facts.nodes[id];
      if (call?.kind !== "call" || called.has(promisedKey(module, id))) continue;
      call.arguments.forEach((argument, position) => {
        const sink = networkMember(ev, module, argument.value);
        if (sink === undefined || !isSought(sink.call)) return;
        const thunk = { module, node: id, frame: ev.frames.open(module, fn.id) };
        sites.push({
          module,
          call: sink.call,
          callee: sink.callee,
          start: argument.start,
          end: argument.end,
          values: throughParameter(ev, index, thunk, call, position, sink),
          callers: new Map(),
        });
      });
    }
  }
  return sites;
}

function networkMember(ev: Evaluator, module: Module, node: NodeId): Sink | undefined {
  const member = module.facts.nodes[node];
  if (member?.kind !== "member") return undefined;
  const key = module.facts.nodes[member.key];
  if (key?.kind !== "text" || !isNetworkName(key.value)) return undefined;
  for (const element of ev.value(module, node, ev.frames.open(module, module.facts.owners[node] ?? 0))) {
    const sink = element.kind === "builtin" ? sinkOf(ev, element) : undefined;
    if (sink !== undefined) return sink;
  }
  return undefined;
}

function throughParameter(ev: Evaluator, index: CallIndex, call: Thunk, node: CallNode, position: number, sink: Sink): Value {
  const callees = ev.value(call.module, node.callee, call.frame);
  const values = callees.map((callee): Value => {
    if (callee.kind !== "function") return NOTHING;
    const inner: Frame = ev.frames.make(callee.module, callee.function, callee.frame, { kind: "call", call, skip: 0 }, callee.self);
    return union(
      index.callsOfParameter(callee.module, callee.function, position, []).map((one) => {
        const frame = ev.frames.at(inner, one.module, one.frame.function);
        return expand(ev, index, frame, (at) => sink.url({ ...one, frame: at }));
      }),
    );
  });
  const found = union(values);
  return found.length > 0 ? found : [unknown("callback", { file: call.module.path, offset: node.start })];
}
