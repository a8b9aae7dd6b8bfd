import { useTranslation } from 'react-i18next';
import type { Figures } from '../../shared/api/figures.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { useFigureWords } from './use-figure-words.ts';

/** How right what visitors were told was, in all and by queue: at arrival, and the latest before the call. */
export function AccuracyTable({ accuracy: { first, latest, byQueue } }: { accuracy: Figures['accuracy'] }) {
  const { t } = useTranslation('figures');
  const words = useFigureWords();
  const locale = useLocale();
  const rows = [
    { id: 'all', label: t('allQueues'), first, latest },
    ...byQueue.map((queue) => ({ ...queue, label: nameIn(queue.name, locale) })),
  ];
  return (
    <section aria-labelledby="figures-accuracy">
      <h2 id="figures-accuracy">{t('accuracy')}</h2>
      <p className="quiet">{t('accuracyHint')}</p>
      <table className="figures-table" aria-labelledby="figures-accuracy">
        <thead>
          <tr>
            <th scope="col">{t('group.queue')}</th>
            <th scope="col">{t('told')}</th>
            <th scope="col">{t('firstError')}</th>
            <th scope="col">{t('firstHeld')}</th>
            <th scope="col">{t('latestError')}</th>
            <th scope="col">{t('latestHeld')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              <td data-label={t('told')}>{words.count(row.first.visits)}</td>
              <td data-label={t('firstError')}>{words.minutes(row.first.medianErrorMinutes)}</td>
              <td data-label={t('firstHeld')}>{words.share(row.first.held)}</td>
              <td data-label={t('latestError')}>{words.minutes(row.latest.medianErrorMinutes)}</td>
              <td data-label={t('latestHeld')}>{words.share(row.latest.held)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
