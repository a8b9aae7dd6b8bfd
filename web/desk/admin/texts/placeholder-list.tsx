import { useTranslation } from 'react-i18next';
import { placeholders } from './filling.ts';

/** What may stand in double braces, and what comes in its place. */
export function PlaceholderList() {
  const { t } = useTranslation('admin');
  return (
    <section>
      <h2 className="section-head">{t('texts.placeholders')}</h2>
      <p className="hint">{t('texts.placeholdersHint')}</p>
      <dl className="facts-list placeholder-list">
        {placeholders.map((name) => (
          <div key={name}>
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd>{t(`texts.placeholder.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
