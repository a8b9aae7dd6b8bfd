import { useQuery } from '@tanstack/react-query';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { readSeats, type Seat, type SeatsLeft } from '../../../shared/api/seats.ts';
import { inOrder } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { useNames } from '../../session.tsx';

const NOBODY = 'nobody';

type SeatsProps = {
  serviceId: string;
  people: number;
  value: Seat | null;
  onChange: (seat: Seat) => void;
  askedBy: string | null;
  onAskedBy: (id: string | null) => void;
};

/** The meetings and courses of a service with the places left, and which authority asked the customer to come. */
export function SeatsChoice({ serviceId, people, value, onChange, askedBy, onAskedBy }: SeatsProps) {
  const { t } = useTranslation('booked');
  const names = useNames();
  const locale = useLocale();
  const { data, error, refetch } = useQuery({ queryKey: ['free-times', 'seats', serviceId], queryFn: () => readSeats(serviceId) });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  const seats = inOrderOf(data);
  if (seats.length === 0)
    return (
      <p className="quiet" role="status">
        {t('seats.none')}
      </p>
    );
  const asked = data.askers.map((id) => ({ id, label: names.organisation(id) }));
  const chosen = seats.find(({ free, seat }) => free >= people && seat.kind === value?.kind && seat.id === value.id);
  return (
    <div className="booking-times">
      <RadioGroup
        className="field"
        value={chosen ? keyOf(chosen.seat) : null}
        onChange={(key) => onChange((seats.find(({ seat }) => keyOf(seat) === key) as Offered).seat)}
      >
        <Label className="field-label">{t('seats.label')}</Label>
        {seats.map((one) => (
          <Radio key={keyOf(one.seat)} value={keyOf(one.seat)} className="choice visit-choice" isDisabled={one.free < people}>
            <SeatWords one={one} />
          </Radio>
        ))}
      </RadioGroup>
      {data.askers.length > 0 ? (
        <Select
          label={t('seats.askedBy')}
          hint={t('seats.askedByHint')}
          options={[{ id: NOBODY, label: t('seats.nobody') }, ...inOrder(asked, ({ label }) => label, locale)]}
          value={askedBy ?? NOBODY}
          onChange={(id) => onAskedBy(id === NOBODY ? null : id)}
        />
      ) : null}
    </div>
  );
}

type Offered = { seat: Seat; startsAt: string; placeId: string | null; free: number; meetings: number };

const keyOf = ({ kind, id }: Seat) => `${kind}:${id}`;

/** What begins first stands first. */
function inOrderOf({ meetings, courses }: SeatsLeft): Offered[] {
  const single = meetings.map(({ id, ...one }): Offered => ({ ...one, seat: { kind: 'meeting', id }, meetings: 1 }));
  const whole = courses.map(({ id, meetings, ...one }): Offered => {
    const startsAt = meetings[0]?.startsAt ?? '';
    return { ...one, startsAt, seat: { kind: 'course', id }, meetings: meetings.length };
  });
  return [...single, ...whole].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

function SeatWords({ one: { seat, startsAt, placeId, free, meetings } }: { one: Offered }) {
  const { t } = useTranslation('booked');
  const { dateTime } = useTimes();
  const names = useNames();
  const where = placeId ? names.point(placeId) : t('ways.remote');
  const course = seat.kind === 'course' ? [t('seats.course', { count: meetings })] : [];
  const left = free > 0 ? t('seats.free', { count: free }) : t('seats.full');
  return (
    <span>
      <b>{dateTime(startsAt)}</b>
      <span className="quiet visit-parts">{[...course, where, left].filter(Boolean).join(' · ')}</span>
    </span>
  );
}
