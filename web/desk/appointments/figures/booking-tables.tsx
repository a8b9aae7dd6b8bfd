import { useTranslation } from 'react-i18next';
import type { BookingFigure, BookingFigures } from '../../../shared/api/booking-figures.ts';
import { inOrder, nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { type FigureColumn, FigureTable } from '../../figures/figure-table.tsx';
import { AvailabilityChart } from './availability-chart.tsx';
import { AvailabilityRows } from './availability-rows.tsx';
import { useBookingWords } from './use-booking-words.ts';

const kinds = ['month', 'service', 'place'] as const;
type Kind = (typeof kinds)[number];
export type BookingRow = BookingFigure & { key: string; label: string };

/** Months, services and places: each a chart with its table behind. */
export function BookingTables({ figures }: { figures: BookingFigures }) {
  const { t } = useTranslation('booking-figures');
  const rows = useBookingRows(figures);
  return kinds.map((kind) => (
    <section key={kind} aria-labelledby={`booking-${kind}`}>
      <h2 id={`booking-${kind}`}>{t(`by.${kind}`)}</h2>
      {kind === 'month' ? (
        <AvailabilityChart name={t(`by.${kind}`)} rows={rows[kind]} />
      ) : (
        <AvailabilityRows name={t(`by.${kind}`)} rows={rows[kind]} />
      )}
      <details className="figures-behind">
        <summary>{t('asTable')}</summary>
        <KindTable kind={kind} rows={rows[kind]} />
      </details>
    </section>
  ));
}

function useBookingRows({ byMonth, byService, byPlace }: BookingFigures): Record<Kind, BookingRow[]> {
  const { t } = useTranslation('booking-figures');
  const locale = useLocale();
  const words = useBookingWords();
  const byName = (rows: BookingRow[]) => inOrder(rows, ({ label }) => label, locale);
  return {
    month: byMonth.map((row) => ({ ...row, key: row.month, label: words.month(row.month) })),
    service: byName(byService.map((row) => ({ ...row, key: row.id, label: nameIn(row.name, locale) }))),
    place: byName(byPlace.map((row) => ({ ...row, key: row.id ?? 'remote', label: row.name ? nameIn(row.name, locale) : t('remote') }))),
  };
}

function KindTable({ kind, rows }: { kind: Kind; rows: readonly BookingRow[] }) {
  const { t } = useTranslation('booking-figures');
  const words = useBookingWords();
  const columns: FigureColumn<BookingRow>[] = [
    [t('first'), ({ availability }) => words.days(availability?.first)],
    [t('third'), ({ availability }) => words.days(availability?.third)],
    [t('withFree'), ({ availability }) => words.share(availability?.withFree)],
    [t('taken'), ({ availability }) => words.share(availability?.taken)],
    [t('booked'), ({ punctuality }) => words.count(punctuality.booked)],
    [t('start'), ({ punctuality }) => words.minutes(punctuality.startMinutes)],
    [t('within5'), ({ punctuality }) => words.share(punctuality.within5)],
    [t('within10'), ({ punctuality }) => words.share(punctuality.within10)],
    [t('arrivedLate'), ({ punctuality }) => words.share(punctuality.arrivedLate)],
    [t('missed'), ({ punctuality }) => words.share(punctuality.missed)],
    [t('cancelled'), ({ punctuality }) => words.share(punctuality.cancelled)],
    [t('unused'), ({ punctuality }) => words.share(punctuality.unused)],
  ];
  return <FigureTable labelledBy={`booking-${kind}`} group={t(`group.${kind}`)} columns={columns} rows={rows} />;
}
