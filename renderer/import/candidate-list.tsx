import { Checkbox, Segmented, Tag } from 'antd';
import { memo } from 'react';
import { groupThousands } from '../../shared/domain/amount.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { summaryAmount, summaryTitle } from '../../shared/forms/shape.ts';
import { changedPlaces } from './change-words.ts';
import type { ReviewItem } from './review.ts';
import { uncertainCount } from './review.ts';
import type { ReviewCounts } from './use-finding-counts.ts';
import { words } from './words.ts';

export interface CandidateListProps {
  /** The year one works in; other years are named. */
  readonly fiscalYear: number;
  readonly items: readonly ReviewItem[];
  readonly definitions: ReadonlyMap<string, FormDefinition>;
  readonly counts: ReadonlyMap<number, ReviewCounts>;
  readonly selectedId: number;
  readonly onSelect: (id: number) => void;
  readonly onTick: (id: number, isTicked: boolean) => void;
  readonly onTickAll: (isTicked: boolean) => void;
  readonly onTakeAs: (id: number, isUpdate: boolean) => void;
}

/** The found forms, each with a tick and what is to be known before taking it over. */
export function CandidateList({ fiscalYear, items, definitions, counts, selectedId, ...on }: CandidateListProps) {
  const isMixed =
    new Set(items.map(({ candidate: { definitionId, source } }) => `${definitionId} ${source.file}`)).size > 1;
  const ticked = items.filter(({ isTicked }) => isTicked).length;
  return (
    <section className="import-list" aria-label={words.list}>
      <header className="import-column-head">
        <Checkbox
          checked={ticked > 0 && ticked === items.length}
          indeterminate={ticked > 0 && ticked < items.length}
          onChange={(event) => on.onTickAll(event.target.checked)}
        >
          {words.tickAll}
        </Checkbox>
        <span className="import-quiet">{words.tickAllOf(ticked, items.length)}</span>
      </header>
      <ul>
        {items.map((item) => {
          const definition = definitions.get(item.candidate.definitionId);
          return definition ? (
            <Candidate
              key={item.id}
              item={item}
              definition={definition}
              fiscalYear={fiscalYear}
              isMixed={isMixed}
              counts={counts.get(item.id)}
              isSelected={item.id === selectedId}
              onSelect={on.onSelect}
              onTick={on.onTick}
              onTakeAs={on.onTakeAs}
            />
          ) : null;
        })}
      </ul>
    </section>
  );
}

interface CandidateProps {
  /** Forms of several files or kinds are in the list, so each tells which it is. */
  readonly isMixed: boolean;
  readonly fiscalYear: number;
  readonly item: ReviewItem;
  readonly definition: FormDefinition;
  readonly counts: ReviewCounts | undefined;
  readonly isSelected: boolean;
  readonly onSelect: (id: number) => void;
  readonly onTick: (id: number, isTicked: boolean) => void;
  readonly onTakeAs: (id: number, isUpdate: boolean) => void;
}

/** The form's title, or that it has none. */
export function titleOf(item: ReviewItem, definition: FormDefinition): string {
  return summaryTitle(definition, item.answers) || words.untitled;
}

const Candidate = memo(function Candidate(props: CandidateProps) {
  const { item, definition, counts } = props;
  const { id, candidate } = item;
  const title = titleOf(item, definition);
  const amount = summaryAmount(definition, item.answers);
  const uncertain = uncertainCount(item);
  return (
    <li className={props.isSelected ? 'import-candidate is-selected' : 'import-candidate'}>
      <Checkbox
        checked={item.isTicked}
        aria-label={words.tick(title)}
        onChange={(event) => props.onTick(id, event.target.checked)}
      />
      <div className="import-candidate-body">
        <button
          type="button"
          className="import-candidate-title"
          aria-current={props.isSelected}
          onClick={() => props.onSelect(id)}
        >
          <span>{title}</span>
          <span className="import-amount">
            {amount === null ? '' : `${groupThousands(amount)} ${definition.amountUnit}`}
          </span>
        </button>
        <div className="import-candidate-facts">
          <span className="import-quiet">{candidate.source.place}</span>
          {candidate.fiscalYear === props.fiscalYear ? null : <span>{words.year(candidate.fiscalYear)}</span>}
          <MatchTag match={candidate.match} definition={definition} />
          {uncertain > 0 ? <span className="import-uncertain">{words.uncertain(uncertain)}</span> : null}
          {item.taughtPaths.length > 0 ? (
            <span className="import-taught">{words.taughtPlaces(item.taughtPaths.length)}</span>
          ) : null}
          {item.isConfirmed ? <span className="import-sure">{words.confirmed}</span> : null}
          {counts && counts.unfilled > 0 ? <span>{words.unfilled(counts.unfilled)}</span> : null}
          {counts && counts.error > 0 ? <span className="import-error">{words.errors(counts.error)}</span> : null}
          {counts && counts.warning > 0 ? <span className="import-warn">{words.warnings(counts.warning)}</span> : null}
        </div>
        {props.isMixed ? (
          <div className="import-quiet import-candidate-source" title={candidate.source.file}>
            {definition.name} · {candidate.source.file}
          </div>
        ) : null}
        {candidate.match.kind === 'update' ? (
          <Segmented
            size="small"
            aria-label={words.takeAs(title)}
            value={item.isUpdate ? 'update' : 'new'}
            options={[
              { value: 'update', label: words.asUpdate },
              { value: 'new', label: words.asNew },
            ]}
            onChange={(value) => props.onTakeAs(id, value === 'update')}
          />
        ) : null}
      </div>
    </li>
  );
});

function MatchTag({
  match,
  definition,
}: Pick<ReviewItem['candidate'], 'match'> & { readonly definition: FormDefinition }) {
  switch (match.kind) {
    case 'new':
      return <Tag color="green">{words.isNew}</Tag>;
    case 'same':
      return <Tag title={words.isSameHint}>{words.isSame}</Tag>;
    case 'update': {
      const places = words.changed(changedPlaces(definition, match.changedPaths));
      return (
        <>
          <Tag color="blue" title={places}>
            {words.isUpdate}
          </Tag>
          <span className="import-changed">{places}</span>
        </>
      );
    }
  }
}
