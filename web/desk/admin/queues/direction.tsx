import { ArrowDown, ArrowDownRight, ArrowLeft, ArrowRight, ArrowUp, ArrowUpRight, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Counter } from '../../../shared/api/queues.ts';
import { Icon } from '../../../shared/ui/icon.tsx';

export type Direction = NonNullable<Counter['direction']>;

export const directions = ['left', 'right', 'ahead', 'back', 'up', 'down'] as const satisfies readonly Direction[];

const arrows: Record<Direction, LucideIcon> = {
  left: ArrowLeft,
  right: ArrowRight,
  ahead: ArrowUp,
  back: ArrowDown,
  up: ArrowUpRight,
  down: ArrowDownRight,
};

/** Where the display sends a visitor, by an arrow and a word. */
export function DirectionWord({ to }: { to: Direction }) {
  const { t } = useTranslation('queues');
  return (
    <span className="queues-direction">
      <Icon of={arrows[to]} />
      {t(`counter.directions.${to}`)}
    </span>
  );
}
