import { useTranslation } from 'react-i18next';
import type { CardContent } from '../../shared/api/cards.ts';
import type { Locale } from '../../shared/i18n/locale.ts';
import { textIn } from './card-texts.ts';

/** What residents read of a card on the page of its service; plain Finnish where it is wished and written. */
export function CardForResident({ content, column }: { content: CardContent; column: Locale | 'plain' }) {
  const { t } = useTranslation('cards');
  const language = column === 'plain' ? 'fi' : column;
  const text = textIn(content, language);
  const { summary, bring, price } = column === 'plain' && content.plain?.summary ? content.plain : text;
  if (!text.title) return <p className="quiet">{t('preview.nothing')}</p>;
  return (
    <div lang={language}>
      <h3>{text.title}</h3>
      <p className="beside-said">{summary}</p>
      {bring.length > 0 ? (
        <>
          <h4>{t('fields.bring')}</h4>
          <ul className="card-lines">
            {bring.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : null}
      {price ? (
        <>
          <h4>{t('fields.price')}</h4>
          <p>{price}</p>
        </>
      ) : null}
      {content.links.map(({ url, names }) => (
        <p key={url}>
          <a href={url} target="_blank" rel="noreferrer">
            {names[language] || names.fi || url}
          </a>
        </p>
      ))}
    </div>
  );
}
