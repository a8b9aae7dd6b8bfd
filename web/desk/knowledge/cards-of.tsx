import { useTranslation } from 'react-i18next';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { StatusWord } from '../../shared/ui/status.tsx';
import { useBeside } from './beside.tsx';
import { useCardsOfText } from './queries.ts';

/** The cards about a service, one's own drafts among them. */
export function CardsOf({ textId }: { textId: string }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const { show } = useBeside();
  const rows = useCardsOfText(textId).data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="beside-part">
      <h3>{t('title.many')}</h3>
      <ul className="card-links">
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" className="beside-open" onClick={() => show({ kind: 'card', id: row.id })}>
              {nameIn(row.titles, locale) || row.titles.sv || row.titles.en || t('title.untitled')}
            </button>{' '}
            {row.isPublished ? null : <StatusWord tone="wait">{t('history.states.draft')}</StatusWord>}
          </li>
        ))}
      </ul>
    </section>
  );
}
