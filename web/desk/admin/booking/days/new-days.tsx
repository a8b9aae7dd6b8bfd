import { CalendarX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../shared/ui/button.tsx';
import { Choice } from '../../../../shared/ui/choice.tsx';
import { daysAfter, todayInFinland } from '../../../../shared/ui/days.ts';
import { DayField } from '../../fields/day-field.tsx';
import { Slots } from '../../opening/slots.tsx';
import { faultOn, nextSlot } from '../../opening/week.ts';
import type { DaysDraft, DaysWords } from './days-editor.tsx';

type NewDaysProps = {
  draft: DaysDraft | null;
  words: DaysWords;
  onDraft: (draft: DaysDraft | null) => void;
  isWriting: boolean;
  onWrite: (days: DaysDraft) => void;
};

/** Days to write, whole only when they can be. */
export function NewDays({ draft, words, onDraft, isWriting, onWrite }: NewDaysProps) {
  const { t } = useTranslation('booking-setup');
  const tomorrow = daysAfter(todayInFinland(), 1);
  if (!draft) {
    return (
      <Button icon={CalendarX} onPress={() => onDraft({ from: tomorrow, until: tomorrow, hours: [] })}>
        {t('days.add')}
      </Button>
    );
  }
  const hours = draft.hours ?? [];
  const isWhole = draft.until >= draft.from && faultOn(hours) === null;
  return (
    <div className="admin-inset">
      <div className="fields two">
        <DayField
          name="from"
          label={t('days.from')}
          value={draft.from}
          onChange={(from) => from && onDraft({ ...draft, from, until: draft.until < from ? from : draft.until })}
        />
        <DayField
          name="until"
          label={t('days.until')}
          value={draft.until}
          onChange={(until) => until && onDraft({ ...draft, until })}
          problem={draft.until < draft.from ? t('days.untilBefore') : undefined}
        />
      </div>
      <Choice
        label={words.what}
        options={(['away', 'other'] as const).map((id) => ({ id, label: words[id] }))}
        value={hours.length === 0 ? 'away' : 'other'}
        onChange={(what) => onDraft({ ...draft, hours: what === 'away' ? [] : [nextSlot([])] })}
      />
      {hours.length > 0 ? <Slots slots={hours} onChange={(slots) => onDraft({ ...draft, hours: slots })} words={slotWords(words)} /> : null}
      <p className="actions">
        <Button onPress={() => onDraft(null)}>{t('days.leave')}</Button>
        <Button kind="primary" isPending={isWriting} isDisabled={!isWhole} onPress={() => onWrite(draft)}>
          {t('days.write')}
        </Button>
      </p>
    </div>
  );
}

const slotWords = ({ away, opens, closes, removeHours, moreHours }: DaysWords) => ({
  none: away,
  opens,
  closes,
  remove: removeHours,
  add: moreHours,
});
