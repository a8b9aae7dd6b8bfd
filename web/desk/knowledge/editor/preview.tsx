import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card, CardContent } from '../../../shared/api/cards.ts';
import type { Locale } from '../../../shared/i18n/locale.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Choice } from '../../../shared/ui/choice.tsx';
import { CardForResident } from '../card-for-resident.tsx';
import { CardForStaff } from '../card-for-staff.tsx';
import { languageOf } from '../card-texts.ts';

/** As staff see it beside their work and as residents read it on the service's page, unsaved changes included. */
export function Preview({ content, linkFaults }: { content: CardContent; linkFaults: Card['linkFaults'] }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const [column, setColumn] = useState<Locale | 'plain'>(languageOf(content, locale));
  const language = column === 'plain' ? 'fi' : column;
  return (
    <div className="card-preview">
      <Choice
        label={t('pane.language')}
        hideLabel
        options={(['fi', 'sv', 'en', 'plain'] as const).map((id) => ({ id, label: t(`languages.${id}`) }))}
        value={column}
        onChange={(id) => setColumn(id as Locale | 'plain')}
      />
      <div className="card-previews">
        <section aria-labelledby="preview-staff">
          <h2 id="preview-staff">{t('preview.staff')}</h2>
          <div className="card-sheet">
            <CardForStaff content={content} language={language} linkFaults={linkFaults} />
          </div>
        </section>
        <section aria-labelledby="preview-resident">
          <h2 id="preview-resident">{t('preview.resident')}</h2>
          <div className="card-sheet card-resident">
            <CardForResident content={content} column={column} />
          </div>
        </section>
      </div>
    </div>
  );
}
