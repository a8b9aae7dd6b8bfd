import { Ban, CalendarPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import type { Column } from './layout.ts';

type FreeProps = { column: Column; startsAt: string; onBook: () => void; onBlock: () => void; onClose: () => void };

/** Free time: what may be done with it. */
export function FreePanel({ column, startsAt, onBook, onBlock, onClose }: FreeProps) {
  const { t } = useTranslation('calendar');
  const { dateTime } = useTimes();
  return (
    <Panel title={t('free.title')} facts={`${column.calendar.name} · ${dateTime(startsAt)}`} onClose={onClose} place="middle">
      <section className="actions">
        <Button kind="primary" icon={CalendarPlus} onPress={onBook}>
          {t('free.book')}
        </Button>
        {column.calendar.arranged ? (
          <Button icon={Ban} onPress={onBlock}>
            {t('block.title')}
          </Button>
        ) : null}
      </section>
    </Panel>
  );
}
