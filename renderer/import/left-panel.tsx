import { Button, Select, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { placeName } from '../../shared/forms/place-name.ts';
import type { ImportResult, PlacedText } from '../../shared/rpc/import-types.ts';
import { type CellChoice, cellChoices } from './cell-choices.ts';
import { CopyButton } from './copy-button.tsx';
import type { LeftText } from './edits.ts';
import { LEFT_TEXT_TYPE } from './paper-pane.tsx';
import type { ReviewItem } from './review.ts';
import { openTexts } from './review.ts';
import { words } from './words.ts';

export interface LeftPanelProps {
  readonly item: ReviewItem | undefined;
  readonly definition: FormDefinition | undefined;
  readonly result: ImportResult;
  /** The paper's cell that was clicked last, where a text can be put. */
  readonly pickedPath: string | null;
  readonly isAcknowledged: boolean;
  readonly onAcknowledge: () => void;
  readonly onPlace: (index: number, path: string, way: 'append' | 'replace') => void;
  /** The text is the label of a cell. */
  readonly onLabel: (index: number, path: string) => void;
  readonly onLeave: (index: number) => void;
  /** Takes back what was decided about a text. */
  readonly onReopen: (index: number) => void;
  readonly onShow: (text: PlacedText) => void;
}

/** What found no place: texts of the form on show, contents of no known form, files that could not be read. */
export function LeftPanel(props: LeftPanelProps) {
  const { item, definition, result } = props;
  const { unrecognised, failures } = result;
  const openCount = item ? openTexts(item).length : 0;
  const first =
    openCount > 0 ? 'form' : failures.length > 0 ? 'failures' : unrecognised.length > 0 ? 'unknown' : 'form';
  const [chosen, setChosen] = useState<string | null>(null);
  if ((item?.left.length ?? 0) + unrecognised.length + failures.length === 0) {
    return <p className="import-left import-left-none">{words.nothingLeft}</p>;
  }
  const hasOthers = unrecognised.length + failures.length > 0;
  return (
    <section className="import-left">
      <Tabs
        size="small"
        activeKey={chosen ?? first}
        onChange={setChosen}
        tabBarExtraContent={
          hasOthers ? (
            <Button size="small" disabled={props.isAcknowledged} onClick={props.onAcknowledge}>
              {words.acknowledge}
            </Button>
          ) : null
        }
        items={[
          {
            key: 'form',
            label: words.leftOfForm(openCount),
            children: (
              <LeftBody>
                <FormTexts {...props} definition={definition} />
              </LeftBody>
            ),
          },
          {
            key: 'unknown',
            label: words.unrecognised(unrecognised.length),
            children: (
              <LeftBody>
                <PlainTexts texts={unrecognised} empty={words.noneUnrecognised} />
              </LeftBody>
            ),
          },
          {
            key: 'failures',
            label: words.failures(failures.length),
            children: (
              <LeftBody>
                <PlainTexts
                  texts={failures.map(({ file, message }) => ({ place: file, text: message }))}
                  empty={words.noFailures}
                />
              </LeftBody>
            ),
          },
        ]}
      />
    </section>
  );
}

function LeftBody({ children }: { readonly children: ReactNode }) {
  return <div className="import-left-body">{children}</div>;
}

function PlainTexts({ texts, empty }: { readonly texts: readonly PlacedText[]; readonly empty: string }) {
  if (texts.length === 0) return <p className="import-quiet">{empty}</p>;
  return (
    <ul className="import-texts">
      {texts.map(({ place, text }, index) => (
        // The same text may stand at a place twice.
        <li key={`${String(index)} ${place}`}>
          <span className="import-text-place">{place}</span>
          <span className="import-text">{text}</span>
          <CopyButton text={text} label={words.copy} />
        </li>
      ))}
    </ul>
  );
}

function FormTexts(props: LeftPanelProps) {
  const { item, definition } = props;
  const choices = useMemo(() => (item && definition ? cellChoices(definition, item.answers) : []), [item, definition]);
  if (!item || !definition || item.left.length === 0) return <p className="import-quiet">{words.noneLeft}</p>;
  return (
    <ul className="import-texts">
      {item.left.map((left, index) => (
        <FormText
          key={`${String(index)} ${left.place}`}
          {...props}
          definition={definition}
          left={left}
          index={index}
          choices={choices}
        />
      ))}
    </ul>
  );
}

interface FormTextProps extends LeftPanelProps {
  readonly definition: FormDefinition;
  readonly left: LeftText;
  readonly index: number;
  readonly choices: readonly CellChoice[];
}

function FormText(props: FormTextProps) {
  const { left, index, definition, pickedPath, ...on } = props;
  const [path, setPath] = useState<string | null>(null);
  const isOpen = left.placedAt === null && !left.isLeftOut;
  const target = path ?? pickedPath;
  const picked =
    pickedPath === null ? [] : [{ value: pickedPath, label: words.picked(placeName(definition, pickedPath)) }];
  const others = props.choices.filter(({ value }) => value !== pickedPath);
  return (
    <li
      className={isOpen ? undefined : 'is-settled'}
      draggable={isOpen}
      title={isOpen ? words.dragHint : undefined}
      onDragStart={(event) => event.dataTransfer.setData(LEFT_TEXT_TYPE, String(index))}
    >
      <button type="button" className="link-button import-text-place" onClick={() => on.onShow(left)}>
        {left.place}
      </button>
      <span className="import-text">{left.text}</span>
      {isOpen ? (
        <span className="import-text-tools">
          <Select
            size="small"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={words.chooseField}
            aria-label={words.chooseField}
            popupMatchSelectWidth={false}
            value={target}
            options={[...picked, ...others]}
            onChange={setPath}
          />
          <Button
            size="small"
            disabled={target === null}
            onClick={() => target !== null && on.onPlace(index, target, 'append')}
          >
            {words.append}
          </Button>
          <Button
            size="small"
            disabled={target === null}
            onClick={() => target !== null && on.onPlace(index, target, 'replace')}
          >
            {words.replace}
          </Button>
          <Button
            size="small"
            title={words.asLabelHint}
            disabled={target === null}
            onClick={() => target !== null && on.onLabel(index, target)}
          >
            {words.asLabel}
          </Button>
          <Button size="small" type="text" onClick={() => on.onLeave(index)}>
            {words.leave}
          </Button>
          <CopyButton text={left.text} label={words.copy} />
        </span>
      ) : (
        <span className="import-text-tools">
          <span className="import-quiet">
            {left.placedAt === null ? words.leave : words.placed(placeName(definition, left.placedAt))}
          </span>
          <Button size="small" type="link" onClick={() => on.onReopen(index)}>
            {words.takeBack}
          </Button>
        </span>
      )}
    </li>
  );
}
