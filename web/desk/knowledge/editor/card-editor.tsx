import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  approveCardDraft,
  type Card,
  type CardDraft,
  dropCardDraft,
  offerCardDraft,
  returnCardDraft,
  saveCardDraft,
} from '../../../shared/api/cards.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useEdit } from '../../admin/edit/use-edit.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';
import { textIn } from '../card-texts.ts';
import { ApprovalBar } from './approval-bar.tsx';
import { CardHead } from './card-head.tsx';
import { CardHistoryList } from './card-history-list.tsx';
import { ConflictNote } from './conflict-note.tsx';
import { Differences } from './differences.tsx';
import { contentOf, editedOf } from './edited-card.ts';
import { Keeping } from './keeping.tsx';
import { Preview } from './preview.tsx';
import { Tasks } from './tasks.tsx';
import { TextRows } from './text-rows.tsx';

type Tab = 'text' | 'preview' | 'history' | 'tasks' | 'keeping';

/** Writing with the languages side by side; what it will look like, what it was, and what its owner has to do are a tab away. */
export function CardEditor({ card, draft }: { card: Card; draft: CardDraft }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const edit = useEdit(`cards/${card.id}`, editedOf(draft.content, draft.changeNote));
  const touched = [keys.card(card.id), keys.cards];
  const { run, isRunning, problem, faults } = useDeed(touched, { tellsHere: true });
  const [tab, setTab] = useState<Tab>(card.openTasks > 0 && !card.draftState ? 'tasks' : 'text');
  const content = contentOf(edit.value);
  const title = textIn(content, locale).title || textIn(content, 'fi').title;
  const isChanged = edit.changed.length > 0;
  const save = async () => {
    const saved = await run(() => saveCardDraft(card.id, { revision: draft.revision, content, changeNote: edit.value.changeNote }));
    if (!saved) return;
    edit.discard();
    showToast({ text: t('draft.saved') });
  };
  const tabs = (['text', 'preview', 'history', 'tasks', 'keeping'] as const).map((id) => ({
    id,
    label: t(`tabs.${id}`),
    ...(id === 'tasks' ? { count: card.openTasks } : {}),
  }));
  return (
    <article className="card-editor">
      <CardHead card={card} title={title} />
      <ApprovalBar
        draft={draft}
        may={card.may}
        isPublished={card.publishedNumber !== null}
        isChanged={isChanged}
        differences={<Differences differences={draft.differences} />}
        deeds={deedsOf(card.id, draft.revision)}
        picksDay
        touched={touched}
      />
      <Tabs label={t('tabs.label')} tabs={tabs} value={tab} onChange={setTab}>
        {tab === 'text' ? (
          <form className="card-form" aria-label={t('tabs.text')} onSubmit={(event) => event.preventDefault()}>
            <ConflictNote edit={edit} nameOf={(part) => t(`parts.${part}`)} />
            <TextRows value={edit.value} onChange={edit.change} faults={faults} isDisabled={!card.may.write} />
            {card.may.write ? (
              <div className="actions card-save">
                <FormFoot save={t('draft.save')} isPending={isRunning} isDisabled={!isChanged} problem={problem} onSave={() => void save()}>
                  <span className="quiet small" role="status">
                    {isChanged ? t('draft.keptHere') : ''}
                  </span>
                </FormFoot>
              </div>
            ) : null}
          </form>
        ) : null}
        {tab === 'preview' ? <Preview content={content} linkFaults={card.linkFaults} /> : null}
        {tab === 'history' ? <CardHistoryList card={card} /> : null}
        {tab === 'tasks' ? <Tasks card={card} /> : null}
        {tab === 'keeping' ? <Keeping key={card.version} card={card} /> : null}
      </Tabs>
    </article>
  );
}

const deedsOf = (id: string, revision: number) => ({
  offer: () => offerCardDraft(id, revision),
  drop: () => dropCardDraft(id, revision),
  approve: (publishOn: string | null) => approveCardDraft(id, revision, publishOn),
  sendBack: (note: string) => returnCardDraft(id, revision, note),
});
