import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import type { ListItem } from '../api.ts';
import { useNameHere } from '../words.ts';
import { moved } from './order.ts';

type MoveButtonsProps = { items: readonly ListItem[]; itemKey: string; onMove: (items: ListItem[], carriedKey: string) => void };

/** The way without dragging (WCAG 2.2, 2.5.7). */
export function MoveButtons({ items, itemKey, onMove }: MoveButtonsProps) {
  const { t } = useTranslation('admin');
  const nameHere = useNameHere();
  const at = items.findIndex((item) => item.key === itemKey);
  const item = nameHere(items[at]?.label);
  return (
    <span className="move-buttons">
      <Button
        size="small"
        kind="plain"
        icon={ArrowUp}
        aria-label={t('lists.moveUp', { item })}
        isDisabled={at === 0}
        onPress={() => onMove(moved(items, at, at - 1), itemKey)}
      />
      <Button
        size="small"
        kind="plain"
        icon={ArrowDown}
        aria-label={t('lists.moveDown', { item })}
        isDisabled={at === items.length - 1}
        onPress={() => onMove(moved(items, at, at + 1), itemKey)}
      />
    </span>
  );
}
