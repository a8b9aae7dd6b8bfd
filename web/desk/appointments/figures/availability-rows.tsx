import './availability-rows.css';
import { Signs, topOf, useSummary } from './availability-chart.tsx';
import type { BookingRow } from './booking-tables.tsx';
import { useBookingWords } from './use-booking-words.ts';

const HEIGHT = 14;

/** As the chart of months, lying down: services and places have long names. */
export function AvailabilityRows({ name, rows }: { name: string; rows: readonly BookingRow[] }) {
  const words = useBookingWords();
  const top = topOf(rows);
  const width = (days: number) => `${(100 * Math.min(days, top)) / top}%`;
  return (
    <figure className="figures-chart">
      <div className="availability-rows" role="img" aria-label={useSummary(name, rows)}>
        {rows.map(({ key, label, availability }) => (
          <div className="availability-row" key={key}>
            <span>{label}</span>
            <svg aria-hidden="true">
              <rect className="figures-bar-p90" width={width(availability?.third.days ?? 0)} height={HEIGHT} />
              <rect className="figures-bar-middle" width={width(availability?.first.days ?? 0)} height={HEIGHT} />
            </svg>
            <strong>{words.number(availability?.third.days ?? null)}</strong>
          </div>
        ))}
      </div>
      <Signs />
    </figure>
  );
}
