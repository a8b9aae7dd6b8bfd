import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  approveGuideDraft,
  dropGuideDraft,
  type Guide,
  type GuideDraft,
  offerGuideDraft,
  returnGuideDraft,
  saveGuideDraft,
} from '../../../shared/api/guides.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useEdit } from '../../admin/edit/use-edit.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';
import { ApprovalBar } from '../editor/approval-bar.tsx';
import { ConflictNote } from '../editor/conflict-note.tsx';
import { contentOf, editedOf } from './edited-guide.ts';
import { GuideDifferences } from './guide-differences.tsx';
import { GuideFields } from './guide-fields.tsx';
import { GuideHead } from './guide-head.tsx';
import { GuideHistoryList } from './guide-history.tsx';
import { GuideKeeping } from './guide-keeping.tsx';
import { GuideText } from './guide-text.tsx';
import { languageOf, textIn } from './guide-words.ts';

const tabs = ['read', 'text', 'preview', 'history', 'keeping'] as const;
type Tab = (typeof tabs)[number];

/** What is in force first; writing with the languages side by side, what it was, and who answers for it are a tab away. */
export function GuideEditor({ guide, draft }: { guide: Guide; draft: GuideDraft }) {
  const { t } = useTranslation('guides');
  const { t: c } = useTranslation('cards');
  const locale = useLocale();
  const edit = useEdit(`guides/${guide.id}`, editedOf(draft.content, draft.changeNote));
  const touched = [keys.guide(guide.id), keys.guides];
  const { run, isRunning, problem, faults } = useDeed(touched, { tellsHere: true });
  const [tab, setTab] = useState<Tab>(guide.content ? 'read' : 'text');
  const content = contentOf(edit.value);
  const headed = guide.content ?? content;
  const isChanged = edit.changed.length > 0;
  const save = async () => {
    const saved = await run(() => saveGuideDraft(guide.id, { revision: draft.revision, content, changeNote: edit.value.changeNote }));
    if (!saved) return;
    edit.discard();
    showToast({ text: c('draft.saved') });
  };
  return (
    <article className="card-editor">
      <GuideHead guide={guide} title={textIn(headed, languageOf(headed, locale)).title} />
      <ApprovalBar
        draft={{ ...draft, publishOn: draft.content.validFrom }}
        may={guide.may}
        isPublished={guide.publishedNumber !== null}
        isChanged={isChanged}
        differences={<GuideDifferences differences={draft.differences} />}
        deeds={deedsOf(guide.id, draft.revision)}
        touched={touched}
      />
      <Tabs
        label={t('tabs.label')}
        tabs={tabs.filter((id) => id !== 'read' || guide.content).map((id) => ({ id, label: t(`tabs.${id}`) }))}
        value={tab}
        onChange={setTab}
      >
        {tab === 'read' && guide.content ? (
          <div className="guide-read">
            <GuideText content={guide.content} />
          </div>
        ) : null}
        {tab === 'text' ? (
          <form className="card-form" aria-label={t('tabs.text')} onSubmit={(event) => event.preventDefault()}>
            <ConflictNote edit={edit} nameOf={(part) => t(`parts.${part}`)} />
            <GuideFields value={edit.value} onChange={edit.change} faults={faults} isDisabled={!guide.may.write} />
            {guide.may.write ? (
              <div className="actions card-save">
                <FormFoot save={c('draft.save')} isPending={isRunning} isDisabled={!isChanged} problem={problem} onSave={() => void save()}>
                  <span className="quiet small" role="status">
                    {isChanged ? c('draft.keptHere') : ''}
                  </span>
                </FormFoot>
              </div>
            ) : null}
          </form>
        ) : null}
        {tab === 'preview' ? (
          <div className="guide-read">
            <GuideText content={content} />
          </div>
        ) : null}
        {tab === 'history' ? <GuideHistoryList guideId={guide.id} /> : null}
        {tab === 'keeping' ? <GuideKeeping key={guide.version} guide={guide} /> : null}
      </Tabs>
    </article>
  );
}

const deedsOf = (id: string, revision: number) => ({
  offer: () => offerGuideDraft(id, revision),
  drop: () => dropGuideDraft(id, revision),
  approve: () => approveGuideDraft(id, revision),
  sendBack: (note: string) => returnGuideDraft(id, revision, note),
});
