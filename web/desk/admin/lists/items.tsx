import './items.css';
import { GripVertical } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../shared/ui/icon.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import type { ListItem } from '../api.ts';
import { useNameHere } from '../words.ts';
import { grouping, useKindWord } from './list-names.ts';
import { MoveButtons } from './move-buttons.tsx';
import { droppedAt, moved } from './order.ts';
import { useReorder } from './use-reorder.ts';

type ItemsProps = { items: readonly ListItem[]; mayChange: boolean; onOpen: (key: string) => void };

/** Carried by pointer or keyboard (grip, Enter, arrows, Enter), or moved a step by a button. Enter on a row opens it. */
export function Items({ items, mayChange, onOpen }: ItemsProps) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const reorder = useReorder(items);
  const order = items.map((item) => item.key);
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayChange,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameHere(items.find((item) => item.key === key)?.label) })),
    onReorder: ({ keys, target }) => {
      const [dragged] = [...keys].map(String);
      if (!dragged) return;
      const place = droppedAt(order, dragged, String(target.key), target.dropPosition);
      reorder(moved(items, order.indexOf(dragged), place), dragged);
    },
  });
  return (
    <GridList
      className="admin-items"
      aria-label={t('lists.items')}
      items={items.map((item) => ({ ...item, id: item.key }))}
      dependencies={[items, mayChange]}
      dragAndDropHooks={dragAndDropHooks}
      {...(mayChange ? { onAction: (key) => onOpen(String(key)) } : {})}
    >
      {(item) => (
        <GridListItem id={item.key} className="admin-item" textValue={nameHere(item.label)}>
          {mayChange ? (
            <AriaButton slot="drag" className="grip" aria-label={t('lists.drag', { item: nameHere(item.label) })}>
              <Icon of={GripVertical} />
            </AriaButton>
          ) : null}
          <ItemWords item={item} />
          {mayChange ? <MoveButtons items={items} itemKey={item.key} onMove={reorder} /> : null}
        </GridListItem>
      )}
    </GridList>
  );
}

function ItemWords({ item }: { item: ListItem }) {
  const { t } = useTranslation('admin');
  const kindWord = useKindWord();
  const kind = grouping.map((name) => item.extra[name]).find((held) => held !== undefined);
  const { fi, sv, en } = item.label;
  return (
    <span className="item-words">
      <span lang="fi">{fi}</span>
      <span lang="sv">{sv}</span>
      <span lang="en">{en}</span>
      <span className="quiet small">
        {item.active ? kind === undefined ? '' : kindWord(kind) : <StatusWord tone="warn">{t('lists.notUsed')}</StatusWord>}
      </span>
    </span>
  );
}
