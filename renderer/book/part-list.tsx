import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { BookPart } from '../../shared/book/book-definition.ts';

export interface PartChoice {
  readonly part: BookPart;
  readonly isChosen: boolean;
}

const KIND_WORDS = { heading: '标题页', text: '文字', forms: '' } as const;

function countWords(part: BookPart, count: number): string {
  if (part.kind === 'heading') return KIND_WORDS.heading;
  if (count === 0) return '没有';
  return part.kind === 'text' ? KIND_WORDS.text : `${count} 张`;
}

/** The parts of a book: which are printed, in which order. */
export function PartList({
  choices,
  counts,
  onChange,
}: {
  readonly choices: readonly PartChoice[];
  readonly counts: Readonly<Record<string, number>>;
  readonly onChange: (choices: readonly PartChoice[]) => void;
}) {
  const choose = (id: string, isChosen: boolean) =>
    onChange(choices.map((choice) => (choice.part.id === id ? { ...choice, isChosen } : choice)));
  const move = (index: number, by: -1 | 1) => {
    const moved = choices[index];
    const other = choices[index + by];
    if (!moved || !other) return;
    onChange(choices.map((choice, at) => (at === index ? other : at === index + by ? moved : choice)));
  };
  return (
    <ol className="book-parts" aria-label="组成部分">
      {choices.map(({ part, isChosen }, index) => {
        const count = counts[part.id] ?? 0;
        return (
          <li key={part.id} className={count === 0 ? 'is-missing' : undefined}>
            <Checkbox checked={isChosen} onChange={(event) => choose(part.id, event.target.checked)}>
              {part.title}
            </Checkbox>
            <span className="book-count">{countWords(part, count)}</span>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label={`上移${part.title}`}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              aria-label={`下移${part.title}`}
              disabled={index === choices.length - 1}
              onClick={() => move(index, 1)}
            />
          </li>
        );
      })}
    </ol>
  );
}
