import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import type { Written } from './profile.ts';

const languages = ['fi', 'sv', 'en'] as const;
const MOST = 20;

/** What one knows, each in all three languages: a colleague searches in their own. */
export function SkillFields({ value, onChange }: { value: Written['skills']; onChange: (skills: Written['skills']) => void }) {
  const { t } = useTranslation('specialists');
  const change = (index: number, part: Partial<Written['skills'][number]>) =>
    onChange(value.map((skill, at) => (at === index ? { ...skill, ...part } : skill)));
  return (
    <section className="skill-fields" aria-labelledby="skills-written">
      <h2 className="section-head" id="skills-written">
        {t('skills')}
      </h2>
      <p className="skill-row skill-languages quiet small" aria-hidden="true">
        {languages.map((language) => (
          <span key={language}>{t(`edit.in.${language}`)}</span>
        ))}
      </p>
      {value.map((skill, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a skill has nothing but its place in the list
        <div key={index} className="skill-row">
          {languages.map((language) => (
            <TextField
              key={language}
              label={t('edit.skillIn', { number: index + 1, language: t(`edit.in.${language}`) })}
              hideLabel
              placeholder={t(`edit.in.${language}`)}
              lang={language}
              value={skill[language]}
              maxLength={100}
              onChange={(text) => change(index, { [language]: text })}
            />
          ))}
          <Button
            size="small"
            kind="plain"
            icon={X}
            aria-label={t('edit.removeSkill', { number: index + 1 })}
            onPress={() => onChange(value.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {value.length < MOST ? (
        <Button size="small" icon={Plus} onPress={() => onChange([...value, { fi: '', sv: '', en: '' }])}>
          {t('edit.addSkill')}
        </Button>
      ) : null}
    </section>
  );
}
