import { useTranslation } from 'react-i18next';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { type ActorWords, noPlain, wordFields } from './edited-actor.ts';

const languages = ['fi', 'sv', 'en'] as const;
const longest = { name: 120, helpsWith: 500, where: 300, how: 500, price: 300, accessibility: 500 };

/** Three languages after each other, then plain Finnish of what is hardest to read. */
export function ActorTexts({ texts, onChange }: { texts: ActorWords; onChange: (texts: ActorWords) => void }) {
  const { t } = useTranslation('support');
  return (
    <>
      {languages.map((language) => (
        <section className="fields" key={language} aria-labelledby={`actor-in-${language}`}>
          <h2 className="section-head" id={`actor-in-${language}`}>
            {t(`in.${language}`)}
          </h2>
          {wordFields.map((field) => (
            <TextField
              key={field}
              label={t(field)}
              value={texts[language][field] ?? ''}
              maxLength={longest[field]}
              {...(longest[field] >= 500 ? { rows: 2 } : {})}
              onChange={(text) => onChange({ ...texts, [language]: { ...texts[language], [field]: text } })}
            />
          ))}
        </section>
      ))}
      <section className="fields" aria-labelledby="actor-in-plain">
        <h2 className="section-head" id="actor-in-plain">
          {t('in.plain')}
        </h2>
        {(['helpsWith', 'how'] as const).map((field) => (
          <TextField
            key={field}
            label={t(field)}
            value={texts.plain?.[field] ?? ''}
            maxLength={500}
            rows={2}
            onChange={(text) => onChange({ ...texts, plain: { ...(texts.plain ?? noPlain), [field]: text } })}
          />
        ))}
      </section>
    </>
  );
}
