import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { locales, regional } from '../../../shared/i18n/locale.ts';
import type { Agreement } from '../api.ts';
import { useFault } from '../edit/faults.ts';
import { useLanguageName } from '../words.ts';

type Wording = Agreement['wording'];
const parts = ['may', 'mayNot'] as const;

/** What an advisor reads beside the matter, in three languages side by side: one sentence a line. */
export function WordingEditor({ value, onChange }: { value: Wording; onChange: (wording: Wording) => void }) {
  const { t } = useTranslation('admin');
  const fault = useFault('wording');
  const linesOf = (language: (typeof locales)[number], part: (typeof parts)[number]) => value[language]?.[part] ?? [];
  const write = (language: (typeof locales)[number], part: (typeof parts)[number], text: string) => {
    const before = value[language] ?? { may: [], mayNot: [] };
    onChange({ ...value, [language]: { ...before, [part]: text === '' ? [] : text.split('\n') } });
  };
  return (
    <section className="fields">
      <div>
        <h2>{t('agreements.wording')}</h2>
        <p className="hint">{t('agreements.wordingHint')}</p>
        {fault ? <p className="field-problem">{fault}</p> : null}
      </div>
      {parts.map((part) => (
        <div key={part} className="fields">
          <h3>{t(`agreements.${part}`)}</h3>
          <div className="side-by-side">
            {locales.map((language) => (
              <Sentences
                key={language}
                part={t(`agreements.${part}`)}
                language={language}
                lines={linesOf(language, part)}
                onChange={(text) => write(language, part, text)}
              />
            ))}
          </div>
          <Uneven counts={locales.map((language) => linesOf(language, part).filter((line) => line.trim()).length)} />
        </div>
      ))}
    </section>
  );
}

type SentencesProps = { part: string; language: (typeof locales)[number]; lines: readonly string[]; onChange: (text: string) => void };

function Sentences({ part, language, lines, onChange }: SentencesProps) {
  const languageName = useLanguageName();
  return (
    <TextField className="field" value={lines.join('\n')} onChange={onChange}>
      <Label>
        <span className="heard">{part}: </span>
        {languageName(language)}
      </Label>
      <TextArea className="input" lang={regional[language]} rows={Math.max(5, lines.length + 2)} />
    </TextField>
  );
}

/** The same must be said in each language. */
function Uneven({ counts }: { counts: number[] }) {
  const { t } = useTranslation('admin');
  const [fi, sv, en] = counts;
  return (
    <p className="warn small" role="status">
      {fi === sv && sv === en ? '' : t('agreements.uneven', { fi, sv, en })}
    </p>
  );
}
