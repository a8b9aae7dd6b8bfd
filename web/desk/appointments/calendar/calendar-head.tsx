import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CalendarChoices } from '../../../shared/api/calendar.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Choice } from '../../../shared/ui/choice.tsx';
import { todayInFinland } from '../../../shared/ui/days.ts';
import { Select } from '../../../shared/ui/select.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';
import { daysOf, further, type Search, type View } from './days.ts';

type HeadProps = {
  search: Search;
  point: string | undefined;
  of: string | undefined;
  choices: CalendarChoices;
  onTurn: (change: Partial<Search>) => void;
};

/** Which days, of whom, and how they lie. */
export function CalendarHead({ search, point, of, choices, onTurn }: HeadProps) {
  const { t } = useTranslation('calendar');
  const names = useNames();
  const { date } = useTimes();
  const days = daysOf(search);
  const noon = (day: string) => `${day}T10:00:00Z`;
  const when = search.view === 'day' ? date(noon(search.day)) : `${date(noon(days[0] as string))} – ${date(noon(days.at(-1) as string))}`;
  const whose = [
    ...choices.pointIds.map((id) => ({ id: `point ${id}`, label: t('everybody', { point: names.point(id) }) })),
    ...choices.calendars.map(({ id, name, kind, isMine }) => ({
      id,
      label: isMine ? t('mine', { name }) : name,
      hint: kind === 'person' ? undefined : t(`kinds.${kind}`),
    })),
  ];
  const choose = (id: string) => {
    if (id.startsWith('point ')) return onTurn({ point: id.slice(6), of: undefined, view: 'day' } as Partial<Search>);
    onTurn({ of: id });
  };
  return (
    <header className="calendar-head">
      <h1>
        {t('title')} <span className="calendar-when">{when}</span>
      </h1>
      <div className="calendar-turn">
        <Button
          kind="plain"
          icon={ChevronLeft}
          aria-label={t(`earlier.${search.view}`)}
          onPress={() => onTurn({ day: further(search, -1) })}
        />
        <Button onPress={() => onTurn({ day: todayInFinland() })}>{t('today')}</Button>
        <Button
          kind="plain"
          icon={ChevronRight}
          aria-label={t(`later.${search.view}`)}
          onPress={() => onTurn({ day: further(search, 1) })}
        />
        <TextField
          label={t('day')}
          hideLabel
          type="date"
          value={search.day}
          onChange={(day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && onTurn({ day })}
        />
      </div>
      <Choice
        label={t('view')}
        hideLabel
        options={(['day', 'week'] as const).map((id) => ({ id, label: t(`views.${id}`) }))}
        value={search.view}
        onChange={(view) => onTurn({ view: view as View })}
      />
      {of ? null : (
        <Choice
          label={t('by')}
          hideLabel
          options={(['person', 'room'] as const).map((id) => ({ id, label: t(`bys.${id}`) }))}
          value={search.by}
          onChange={(by) => onTurn({ by: by as Search['by'] })}
        />
      )}
      <Select label={t('whose')} look="line" options={whose} value={of ?? (point ? `point ${point}` : null)} onChange={choose} />
    </header>
  );
}
