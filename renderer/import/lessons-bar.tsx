import { Alert, Button } from 'antd';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import type { Lesson } from '../../shared/forms/recognise/lesson.ts';
import { columnOf, fieldOf, tableOf } from '../../shared/forms/shape.ts';
import type { Definitions } from './use-import.ts';
import type { Taught } from './use-review.ts';
import { words } from './words.ts';

/** The name of what a lesson is about: a field, or a column of a table. */
function lessonPlace(definition: FormDefinition, path: string): string {
  const [tableId = '', columnId = ''] = path.split('.');
  const table = tableOf(definition, tableId);
  return fieldOf(definition, path)?.label ?? (table && columnOf(table, columnId)?.label) ?? path;
}

function lessonWords(lesson: Lesson, definitions: Definitions): string {
  const definition = definitions.get(lesson.definitionId);
  const place = definition ? lessonPlace(definition, lesson.path) : lesson.path;
  return lesson.kind === 'label' ? words.taughtLabel(lesson.text, place) : words.taughtColumn(lesson.column + 1, place);
}

export interface LessonsBarProps {
  readonly taught: readonly Taught[];
  readonly definitions: Definitions;
  readonly isRereading: boolean;
  readonly problem: string | null;
  readonly onForget: (lesson: Lesson) => void;
}

/** What was taught in this import, what it did to the other forms, and how to take it back. */
export function LessonsBar({ taught, definitions, isRereading, problem, onForget }: LessonsBarProps) {
  if (taught.length === 0 && !isRereading && problem === null) return null;
  return (
    <section className="import-lessons" aria-label={words.lessons}>
      {problem === null ? null : <Alert type="warning" showIcon title={problem} />}
      {taught.map(({ lesson, effect }) => (
        <p key={`${lesson.kind} ${lesson.definitionId} ${lesson.path}`}>
          <span>
            {lessonWords(lesson, definitions)}
            {effect.forms === 0 ? words.taughtNothing : words.taughtOthers(effect.forms, effect.places)}
          </span>
          <Button size="small" type="link" disabled={isRereading} onClick={() => onForget(lesson)}>
            {words.forget}
          </Button>
        </p>
      ))}
      {isRereading ? <p className="import-quiet">{words.rereading}</p> : null}
    </section>
  );
}
