import { definitionSchema, type FormDefinition } from '../definition.ts';
import { findFaults } from './find-faults.ts';
import { identityFaults, type KnownDefinitions } from './identity-faults.ts';
import { placeInWords } from './place-words.ts';
import type { DefinitionProblem, Fault } from './problem.ts';
import { errorAt } from './problem.ts';
import { readBackFaults } from './read-back-faults.ts';
import { type LocatedJson, readJson } from './read-json.ts';
import { schemaFaults } from './schema-faults.ts';

/** What a definition file is worth. */
export interface CheckedDefinition {
  /** Absent where there is an error. */
  readonly definition: FormDefinition | undefined;
  /** In the order of the file. */
  readonly problems: readonly DefinitionProblem[];
}

/**
 * Checks the text of a definition file: that it is JSON, that it is a definition, that it makes sense in itself and beside
 * the definitions there are, and that forms laid out by it are read back. Each step is for what passed the one before.
 */
export function checkDefinition(text: string, known: KnownDefinitions): CheckedDefinition {
  return check(text, known);
}

/** The same without other definitions and without reading forms back: what a program needs before it uses a definition. */
export function checkAlone(text: string): CheckedDefinition {
  const sound = soundDefinition(text);
  return sound === undefined ? check(text, null) : { definition: sound, problems: [] };
}

/** A definition nothing is wrong with, without asking where things stand: a program does this at every start. */
function soundDefinition(text: string): FormDefinition | undefined {
  try {
    const { data } = definitionSchema.safeParse(JSON.parse(text));
    return data !== undefined && findFaults(data).length === 0 ? data : undefined;
  } catch {
    // No JSON, or deeper than the stack: the careful way tells.
    return undefined;
  }
}

function check(text: string, known: KnownDefinitions | null): CheckedDefinition {
  const json = readJson(text);
  if (!json.ok) {
    const { position, message } = json.error;
    return {
      definition: undefined,
      problems: [{ severity: 'error', ...position, path: '', place: '文件格式', message }],
    };
  }
  const { definition, faults } = judge(json.value, known);
  return { definition, problems: located(faults, json.value) };
}

interface Judgement {
  readonly definition: FormDefinition | undefined;
  readonly faults: readonly Fault[];
}

function judge({ value, duplicates }: LocatedJson, known: KnownDefinitions | null): Judgement {
  const twice = duplicates.map((path) => errorAt(path, `“${path.at(-1)}”在这里写了两次`));
  const parsed = definitionSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { definition: undefined, faults: [...twice, ...schemaFaults(parsed.error.issues)] };
  const definition = parsed.data;
  const identity = known === null ? [] : identityFaults(definition, known);
  const faults = [...twice, ...identity, ...findFaults(definition)];
  if (faults.some(({ severity }) => severity === 'error')) return { definition: undefined, faults };
  if (known === null) return { definition, faults };
  const others = [...known.shipped, ...known.installed];
  return { definition, faults: [...faults, ...readBackFaults(definition, others)] };
}

function located(faults: readonly Fault[], json: LocatedJson): DefinitionProblem[] {
  return faults
    .map(({ severity, path, message }) => ({
      severity,
      ...json.positionOf(path),
      path: path.join('.'),
      place: placeInWords(path, json.value),
      message,
    }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
