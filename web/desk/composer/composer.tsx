import './composer.css';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { AskForm } from './ask-form.tsx';
import { ContactForm } from './contact-form.tsx';
import type { DraftOf, MatterDraft } from './draft.ts';
import { MessageForm } from './message-form.tsx';
import { NoteForm } from './note-form.tsx';
import { writeAt } from './writing.tsx';

const tabs = ['message', 'note', 'contact', 'ask'] as const;
const tabKeys: Record<MatterDraft['tab'], string> = { message: 'r', note: 'n', contact: 'y', ask: 't' };

/** What one writes about a matter: to the customer, for colleagues, or a question up the tiers. It always says what leaves and to whom. */
export function Composer({ page, draft }: { page: MatterPage; draft: DraftOf<MatterDraft> }) {
  const { t } = useTranslation('desk');
  const box = useRef<HTMLDivElement>(null);
  const open = (tab: MatterDraft['tab']) => writeAt(() => draft.write({ tab }), box.current);
  const offered = tabs.filter((tab) => tab !== 'ask' || page.may.ask);
  useShortcuts(offered.map((tab) => ({ keys: tabKeys[tab], label: t(`composer.${tab}`), run: () => open(tab) })));
  const { tab } = draft.body;
  return (
    <div className="composer" ref={box}>
      <Tabs
        label={t('composer.label')}
        tabs={offered.map((id) => ({ id, label: t(`composer.${id}`), keys: tabKeys[id] }))}
        value={tab}
        onChange={(id) => draft.write({ tab: id })}
      >
        {tab === 'message' ? <MessageForm page={page} draft={draft} /> : null}
        {tab === 'note' ? <NoteForm page={page} draft={draft} /> : null}
        {tab === 'contact' ? <ContactForm page={page} draft={draft} /> : null}
        {tab === 'ask' ? <AskForm page={page} draft={draft} /> : null}
      </Tabs>
    </div>
  );
}
