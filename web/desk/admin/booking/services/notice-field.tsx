import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../../shared/ui/select.tsx';
import { NumberField } from '../../queues/displays/number-field.tsx';
import { largestUnit, type NoticeUnit, noticeUnits, unitMinutes } from './notice.ts';

type NoticeFieldProps = {
  name: string;
  label: string;
  hint: string;
  /** Minutes, as the bounds are. */
  value: number;
  from: number;
  to: number;
  onChange: (minutes: number) => void;
};

/** How long, said in minutes, hours or days; kept in minutes. */
export function NoticeField({ name, label, hint, value, from, to, onChange }: NoticeFieldProps) {
  const { t } = useTranslation('booking-setup');
  const [wished, setWished] = useState<NoticeUnit>(largestUnit(value));
  const unit = value % unitMinutes[wished] === 0 ? wished : largestUnit(value);
  const amount = value / unitMinutes[unit];
  const least = (one: NoticeUnit) => Math.ceil(from / unitMinutes[one]);
  // In figures of three.
  const most = (one: NoticeUnit) => Math.min(999, to / unitMinutes[one]);
  const choose = (next: NoticeUnit) => {
    setWished(next);
    onChange(Math.min(Math.max(amount, least(next)), most(next)) * unitMinutes[next]);
  };
  return (
    <div className="booking-amount">
      <NumberField
        name={name}
        label={label}
        hint={hint}
        value={amount}
        from={least(unit)}
        to={most(unit)}
        onChange={(next) => onChange(next * unitMinutes[unit])}
      />
      <Select
        label={t('service.noticeUnit')}
        options={noticeUnits.map((id) => ({ id, label: t(`units.${id}`, { count: amount }) }))}
        value={unit}
        onChange={(id) => choose(id as NoticeUnit)}
      />
    </div>
  );
}
