import type { Evaluator } from "../evaluate/evaluator.ts";
import { CALLEE_STEPS } from "../bounds.ts";
import { MODULE_FUNCTION, type ModuleFacts } from "../facts/language.ts";
import type { Module } from "../program/module.ts";
import type { Element, Value } from "../values/value.ts";
import { UNDEFINED, unknown } from "../values/value.ts";
import { codeOf, lowerAttribute } from "./expression.ts";
import type { Code, LocalBinding, MarkupLoad } from "./loads.ts";
import { componentNames, localNames, type Names } from "./scope.ts";

/** What an attribute of markup can be, with the module that its code was made into. */
export interface AttributeValue {
  readonly value: Value;
  readonly module: Module;
}

/** Evaluates the attributes of a file of markup whose component is `owner`; without one, all that they name is unknown. */
export function attributeReader(ev: Evaluator, path: string, owner: Module | undefined): (load: MarkupLoad) => AttributeValue | undefined {
  const outer: Names = owner === undefined ? (name) => [unknown("component-property", undefined, name)] : componentNames(ev, owner);

  function evaluate(code: Code, names: Names, condition?: Code): AttributeValue | undefined {
    const lowered = lowerAttribute(code, condition);
    if (lowered === undefined) return undefined;
    const module = moduleOf(path, lowered.facts);
    const parent = ev.frames.open(module, MODULE_FUNCTION);
    const frame = ev.frames.make(module, lowered.function, parent, { kind: "values", values: lowered.parameters.map(names) }, undefined);
    return { value: ev.results(frame), module };
  }

  return ({ attribute, bindings, condition }) => {
    const code = codeOf(attribute);
    if (code?.kind !== "code") return undefined;
    let module: Module | undefined;
    const { answer } = ev.ask(() => {
      const names = localNames(ev, outer, bindings, (list, around) => evaluate(list, around)?.value ?? []);
      const shown = condition === undefined ? undefined : evaluate(code, names, condition);
      // Where nothing here makes the condition hold, something else does: nobody writes an element that is never shown.
      const isShown = shown?.value.some(isDefined) === true;
      const found = isShown ? shown : evaluate(code, names);
      ({ module } = found ?? {});
      // Of another item than those that the condition leaves out.
      if (!isShown && condition !== undefined && isAboutItem(code, condition, bindings)) return [unknown("component-property", { file: path, offset: code.start })];
      return found?.value ?? [unknown("unsupported-syntax", { file: path, offset: code.start })];
    }, CALLEE_STEPS);
    return module === undefined ? undefined : { value: answer, module };
  };
}

/** Whether an attribute and its element's condition read the same item of a loop. */
function isAboutItem(code: Code, condition: Code, bindings: readonly LocalBinding[]): boolean {
  const inCondition = new Set(lowerAttribute(condition)?.parameters);
  const inBoth = (lowerAttribute(code)?.parameters ?? []).filter((name) => inCondition.has(name));
  return inBoth.some((name) => bindings.some(({ names, list }) => list !== undefined && names.includes(name)));
}

function isDefined({ key }: Element): boolean {
  return key !== UNDEFINED.key;
}

let modules = 0;

/** Numbers below zero: those from zero on are the module store's. */
function moduleOf(path: string, facts: ModuleFacts): Module {
  return { id: --modules, path, facts, vendored: false };
}
