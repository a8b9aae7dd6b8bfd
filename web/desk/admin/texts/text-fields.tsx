import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shared/ui/choice.tsx';
import { Tap } from '../../../shared/ui/taps.tsx';
import { PlaceholderList } from './placeholder-list.tsx';
import { Preview } from './preview.tsx';
import { type Details, languages, noText } from './text-details.ts';
import { TextInLanguage } from './text-in-language.tsx';

const looks = ['write', 'preview'] as const;

/** All languages side by side, written or as a resident would read them. */
export function TextFields({ value, onChange }: { value: Details; onChange: (change: Partial<Details>) => void }) {
  const { t } = useTranslation('admin');
  const [look, setLook] = useState<(typeof looks)[number]>('write');
  return (
    <>
      <section className="fields">
        <div className="admin-state">
          <Choice
            label={t('texts.look')}
            hideLabel
            options={looks.map((id) => ({ id, label: t(`texts.looks.${id}`) }))}
            value={look}
            onChange={(id) => setLook(id as (typeof looks)[number])}
          />
          <Tap value="active" isSelected={value.active} onChange={(active) => onChange({ active })}>
            {t('texts.active')}
          </Tap>
        </div>
        {look === 'write' ? (
          <div className="side-by-side four">
            {languages.map((language) => (
              <TextInLanguage
                key={language}
                language={language}
                value={value.texts[language] ?? noText}
                onChange={(text) => onChange({ texts: { ...value.texts, [language]: text } })}
              />
            ))}
          </div>
        ) : (
          <Preview texts={value.texts} />
        )}
      </section>
      {look === 'write' ? <PlaceholderList /> : null}
    </>
  );
}
