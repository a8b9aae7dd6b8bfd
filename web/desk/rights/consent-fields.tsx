import { useTranslation } from 'react-i18next';
import type { GivenHow } from '../../../server/modules/matters/sharing/rules.ts';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';

export type Consent = { wording: string; givenHow: GivenHow | null };
const ways = ['voice', 'screen', 'paper', 'email'] as const satisfies readonly GivenHow[];

export const isConsent = ({ wording, givenHow }: Consent): boolean => wording.trim().length > 2 && givenHow !== null;

/** Restricted data are changed by the customer's consent alone (GDPR art. 18(2)): the words to read out or show, and how it was given. */
export function ConsentFields({ value, onChange }: { value: Consent; onChange: (consent: Consent) => void }) {
  const { t } = useTranslation('rights');
  const { t: desk } = useTranslation('desk');
  return (
    <section className="fields" aria-labelledby="consent-to-change">
      <h2 className="section-head" id="consent-to-change">
        {t('consent.title')}
      </h2>
      <p className="quiet">{t('consent.why')}</p>
      <TextField
        label={t('consent.wording')}
        rows={4}
        value={value.wording}
        onChange={(wording) => onChange({ ...value, wording })}
        maxLength={1000}
      />
      <Select
        label={desk('ask.how')}
        placeholder={desk('choose')}
        options={ways.map((id) => ({ id, label: desk(`ask.ways.${id}`) }))}
        value={value.givenHow}
        onChange={(givenHow) => onChange({ ...value, givenHow: givenHow as GivenHow })}
      />
    </section>
  );
}
