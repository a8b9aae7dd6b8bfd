import { useTranslation } from 'react-i18next';
import type { ResourceHours } from '../../../../shared/api/booking-setup.ts';
import { useLocale } from '../../../../shared/i18n/use-locale.ts';
import { weekdayName } from '../../../../shared/ui/days.ts';
import { Tap, Taps } from '../../../../shared/ui/taps.tsx';
import { useLanguageWords } from '../../../knowledge/specialists/use-specialist-words.ts';
import { useNames } from '../../../session.tsx';
import { useFault } from '../../edit/faults.ts';
import { DayField } from '../../fields/day-field.tsx';
import { PickField } from '../../fields/fields.tsx';
import { TimeField } from '../../opening/time-field.tsx';
import { weekdays } from '../../opening/week.ts';
import { NumberField } from '../../queues/displays/number-field.tsx';
import { OpeningLine } from '../opening-line.tsx';
import type { BookingSetUp } from '../use-set-up.ts';
import type { ResourceDetails } from './resource-details.ts';
import { useHoursWords } from './use-hours-words.ts';

type LineProps = {
  index: number;
  hours: ResourceHours;
  resource: ResourceDetails;
  setUp: BookingSetUp;
  isOpen: boolean;
  onOpen: () => void;
  onChange: (hours: ResourceHours) => void;
  onRemove: () => void;
};

export function HoursLine({ isOpen, onOpen, onRemove, ...told }: LineProps) {
  const { t } = useTranslation('booking-setup');
  const words = useHoursWords()(told.hours);
  return (
    <OpeningLine
      words={words}
      edit={t('hours.edit', { hours: words })}
      remove={t('hours.remove', { hours: words })}
      isOpen={isOpen}
      onOpen={onOpen}
      onRemove={onRemove}
    >
      <Told {...told} />
    </OpeningLine>
  );
}

type ToldProps = Omit<LineProps, 'isOpen' | 'onOpen' | 'onRemove'>;

function Told({ index, hours, resource, setUp, onChange }: ToldProps) {
  const { t } = useTranslation('booking-setup');
  const locale = useLocale();
  const fault = useFault(`hours.${index}.weekdays`);
  const set = (change: Partial<ResourceHours>) => onChange({ ...hours, ...change });
  return (
    <div className="fields booking-told">
      <Taps
        label={t('hours.weekdays')}
        options={weekdays.map((day) => ({ id: String(day), label: weekdayName(day, locale, 'short') }))}
        value={hours.weekdays.map(String)}
        onChange={(days) => set({ weekdays: days.map(Number).sort() })}
      />
      {fault ? <p className="field-problem">{fault}</p> : null}
      <fieldset className="booking-clock">
        <legend>{t('hours.clock')}</legend>
        <TimeField label={t('hours.opens')} value={hours.opens} onChange={(opens) => set({ opens })} />
        <span aria-hidden="true">–</span>
        <TimeField label={t('hours.closes')} value={hours.closes} onChange={(closes) => set({ closes })} />
        {hours.closes <= hours.opens ? <span className="warn">{t('hours.nextDay')}</span> : null}
      </fieldset>
      <Repeats hours={hours} set={set} />
      <WhereAndHow hours={hours} set={set} resource={resource} setUp={setUp} />
    </div>
  );
}

type PartProps = { hours: ResourceHours; set: (change: Partial<ResourceHours>) => void };

function Repeats({ hours, set }: PartProps) {
  const { t } = useTranslation('booking-setup');
  return (
    <div className="fields two">
      <NumberField
        name="everyWeeks"
        label={t('hours.everyWeeks')}
        hint={t('hours.everyWeeksHint')}
        value={hours.everyWeeks}
        from={1}
        to={52}
        onChange={(everyWeeks) => set({ everyWeeks })}
      />
      {hours.everyWeeks > 1 ? (
        <DayField
          name="anchor"
          label={t('hours.anchor')}
          hint={t('hours.anchorHint')}
          value={hours.anchor}
          onChange={(anchor) => anchor && set({ anchor })}
        />
      ) : null}
      <DayField name="validFrom" label={t('hours.validFrom')} value={hours.validFrom} onChange={(validFrom) => set({ validFrom })} />
      <DayField
        name="validUntil"
        label={t('hours.validUntil')}
        value={hours.validUntil}
        onChange={(validUntil) => set({ validUntil })}
        problem={hours.validFrom && hours.validUntil && hours.validUntil < hours.validFrom ? t('hours.untilBefore') : undefined}
      />
    </div>
  );
}

function WhereAndHow({ hours, set, resource, setUp: { choices } }: PartProps & Pick<ToldProps, 'resource' | 'setUp'>) {
  const { t } = useTranslation('booking-setup');
  const names = useNames();
  const language = useLanguageWords();
  const mayBeAt = choices.places.filter(({ kept, organisationIds }) => kept || organisationIds.includes(resource.organisationId));
  const ids = new Set([...mayBeAt.map(({ pointId }) => pointId), ...(hours.pointId ? [hours.pointId] : [])]);
  return (
    <>
      {ids.size > 0 ? (
        <PickField
          name="hours.pointId"
          label={t('hours.where')}
          options={[...ids].map((id) => ({ id, label: names.point(id) }))}
          none={resource.pointId ? t('hours.usualPlace', { point: names.point(resource.pointId) }) : t('hours.anywhere')}
          value={hours.pointId}
          onChange={(pointId) => set({ pointId })}
        />
      ) : null}
      {resource.kind === 'person' ? (
        <Taps
          label={t('hours.languages')}
          note={t('hours.languagesHint')}
          options={language.all}
          value={hours.languages ?? []}
          onChange={(chosen) => set({ languages: chosen.length > 0 ? chosen.toSorted() : null })}
        />
      ) : null}
      <Tap value="holidays" isSelected={hours.onHolidays} onChange={(onHolidays) => set({ onHolidays })}>
        {t('hours.onHolidays')}
      </Tap>
    </>
  );
}
