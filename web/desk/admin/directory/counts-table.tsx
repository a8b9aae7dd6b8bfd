import { useTranslation } from 'react-i18next';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import type { ImportRun } from './api.ts';

const columns = ['read', 'written', 'unchanged', 'withdrawn', 'faults'] as const;

/** What a run has done, kind by kind. Narrow screens show each kind as a small card. */
export function CountsTable({ counts }: { counts: ImportRun['counts'] }) {
  const { t } = useTranslation('directory');
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  if (counts.length === 0) return null;
  return (
    <table className="admin-table imports-counts" aria-label={t('figures')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.kind')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row) => (
          <tr key={row.step}>
            <th scope="row">{t(`steps.${row.step}`)}</th>
            {columns.map((column) => (
              <td key={column} data-label={t(`columns.${column}`)}>
                {number.format(row[column])}
                {column === 'read' && row.total !== null && row.total > row.read ? (
                  <span className="quiet"> / {number.format(row.total)}</span>
                ) : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
