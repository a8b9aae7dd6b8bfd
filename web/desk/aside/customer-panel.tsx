import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { changeCustomer } from '../../shared/api/desk.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { CustomerFields, customerInputOf, customerWordsOf } from './customer-fields.tsx';

export function CustomerPanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { customer } = page;
  const [words, setWords] = useState(() => customerWordsOf(customer));
  const { run, isRunning, problem, faults } = useDeed([keys.matter(page.id), keys.matters], { tellsHere: true });

  async function save() {
    const { email, phone, street, postalCode, city, ...plain } = customerInputOf(words);
    // Under turvakielto these came masked: sending them back would wipe what is there.
    const contact = customer.restricted ? {} : { email, phone, street, postalCode, city };
    if (await run(() => changeCustomer(customer.id, { ...plain, ...contact, version: customer.version }))) onClose();
  }

  return (
    <Panel
      title={t('customer.title')}
      facts={page.title}
      onClose={onClose}
      foot={<FormFoot save={t('save')} isPending={isRunning} problem={problem} onSave={() => void save()} />}
    >
      <section>
        <CustomerFields words={words} onChange={setWords} faults={faults} hideContact={customer.restricted} />
      </section>
    </Panel>
  );
}
