import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { changeCustomer, readConsentToChange } from '../../shared/api/desk.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { type Consent, ConsentFields, isConsent } from '../rights/consent-fields.tsx';
import { useDeed } from '../use-deed.ts';
import { CustomerFields, customerInputOf, customerWordsOf } from './customer-fields.tsx';

export function CustomerPanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { customer } = page;
  const [words, setWords] = useState(() => customerWordsOf(customer));
  const { asked, consent, setConsent } = useConsent(page);
  const { run, isRunning, problem, faults } = useDeed([keys.matter(page.id), keys.matters], { tellsHere: true });

  async function save() {
    const { email, phone, street, postalCode, city, ...plain } = customerInputOf(words);
    // Under turvakielto these came masked: sending them back would wipe what is there.
    const contact = customer.restricted ? {} : { email, phone, street, postalCode, city };
    const given = asked && consent.givenHow ? { wording: consent.wording, language: asked.language, givenHow: consent.givenHow } : null;
    const change = { ...plain, ...contact, version: customer.version, ...(given ? { consent: given } : {}) };
    if (await run(() => changeCustomer(customer.id, change))) onClose();
  }

  return (
    <Panel
      title={t('customer.title')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('save')}
          isPending={isRunning}
          isDisabled={asked !== null && !isConsent(consent)}
          problem={problem}
          onSave={() => void save()}
        />
      }
    >
      <section>
        <CustomerFields words={words} onChange={setWords} faults={faults} hideContact={customer.restricted} />
      </section>
      {asked ? <ConsentFields value={consent} onChange={setConsent} /> : null}
    </Panel>
  );
}

/** Null where nothing is restricted. The offered words stand until somebody has written others. */
function useConsent(page: MatterPage) {
  const customerId = page.customer.id;
  const { data } = useQuery({
    queryKey: [...keys.matter(page.id), 'consent-to-change', customerId],
    queryFn: () => readConsentToChange(customerId),
  });
  const asked = data?.isNeeded ? data : null;
  const [written, setConsent] = useState<Consent | null>(null);
  return { asked, consent: written ?? { wording: asked?.wording ?? '', givenHow: null }, setConsent };
}
