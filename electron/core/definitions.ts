import type { Answers } from '../../shared/domain/answers.ts';
import type { AppError } from '../../shared/domain/app-error.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { upgradeAnswers } from '../../shared/forms/upgrade-answers.ts';
import { type FolderFault, readDefinitionFolder } from './definition-files.ts';

/** What says how a record's answers are to be read. */
interface VersionedAnswers {
  readonly definitionId: string;
  readonly definitionVersion: number;
  readonly answers: Answers;
}

/** A record's definition, and its answers by the names of that definition. */
interface DefinedAnswers {
  readonly definition: FormDefinition;
  readonly answers: Answers;
}

/**
 * The form definitions there are: those of the program, each once, and those added to the workspace, which may be several
 * versions of one. A new form begins with the newest; a record keeps the version it was made with.
 */
export class DefinitionSet {
  readonly shipped: readonly FormDefinition[];
  #installed: readonly FormDefinition[];
  #newest: ReadonlyMap<string, FormDefinition> = new Map();

  constructor(shipped: readonly FormDefinition[], installed: readonly FormDefinition[] = []) {
    this.shipped = shipped;
    this.#installed = installed;
    this.#sort();
  }

  get installed(): readonly FormDefinition[] {
    return this.#installed;
  }

  /** The newest version of each: what new forms and documents from outside are. */
  get all(): readonly FormDefinition[] {
    return [...this.#newest.values()];
  }

  /**
   * A definition in one version, or in the newest where none is named or that version is gone.
   * @returns `definitionMissing` when there is none of that id
   */
  get(id: string, version?: number): Result<FormDefinition, AppError> {
    const exact = [...this.shipped, ...this.#installed].find((each) => each.id === id && each.version === version);
    const definition = exact ?? this.#newest.get(id);
    return definition === undefined ? err({ kind: 'definitionMissing', id }) : ok(definition);
  }

  /** The definition that a record is to be read by, and its answers, brought to that definition's names where it is newer. */
  ofRecord({ definitionId, definitionVersion, answers }: VersionedAnswers): Result<DefinedAnswers, AppError> {
    const found = this.get(definitionId, definitionVersion);
    if (!found.ok) return found;
    return ok({ definition: found.value, answers: upgradeAnswers(found.value, definitionVersion, answers) });
  }

  /** The same by the newest version: what a new form that begins with a record is. */
  newestOf({ definitionId, definitionVersion, answers }: VersionedAnswers): Result<DefinedAnswers, AppError> {
    const found = this.get(definitionId);
    if (!found.ok) return found;
    return ok({ definition: found.value, answers: upgradeAnswers(found.value, definitionVersion, answers) });
  }

  /** Adds a version to those of the workspace. */
  add(definition: FormDefinition): void {
    this.remove(definition.id, definition.version);
    this.#installed = [...this.#installed, definition];
    this.#sort();
  }

  /** Takes a version from those of the workspace. */
  remove(id: string, version: number): void {
    this.#installed = this.#installed.filter((each) => each.id !== id || each.version !== version);
    this.#sort();
  }

  #sort(): void {
    const ascending = this.#installed.toSorted((a, b) => a.version - b.version);
    // An id that the program has come to ship is the program's.
    this.#newest = new Map([...ascending, ...this.shipped].map((each) => [each.id, each]));
  }
}

/** The definitions of a program and a workspace, and what could not be used of the workspace's. */
export interface LoadedDefinitions {
  readonly definitions: DefinitionSet;
  readonly faults: readonly FolderFault[];
}

/**
 * Loads the definitions of the program and of a workspace. A workspace's file that is wrong is left out and told of: its
 * other forms are not to be locked away for it.
 * @param workspaceFolder its `forms/`; null without a workspace
 * @returns `definitionInvalid` naming the place, where one of the program's own is wrong
 */
export async function loadDefinitions(
  shippedFolder: string,
  workspaceFolder: string | null,
): Promise<Result<LoadedDefinitions, AppError>> {
  const shipped = await readDefinitionFolder(shippedFolder);
  const [broken] = shipped.faults;
  if (broken !== undefined) {
    return err({ kind: 'definitionInvalid', detail: `${broken.file} ${broken.message}` });
  }
  const own = workspaceFolder === null ? { definitions: [], faults: [] } : await readDefinitionFolder(workspaceFolder);
  return ok({ definitions: new DefinitionSet(shipped.definitions, own.definitions), faults: own.faults });
}
