import type { QueryKey } from '@tanstack/react-query';
import { Check, CircleDot, Clock, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardDraft } from '../../../shared/api/cards.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { TextArea } from '../../../shared/ui/text-field.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useDeed } from '../../use-deed.ts';
import { DayField } from './day-field.tsx';

type Draft = Pick<
  CardDraft,
  'state' | 'revision' | 'changeNote' | 'writers' | 'offeredByName' | 'approvedByName' | 'publishOn' | 'returnedNote' | 'refusal'
>;

type ApprovalBarProps = {
  draft: Draft;
  may: { write: boolean };
  isPublished: boolean;
  /** What is on the screen has not been saved. */
  isChanged: boolean;
  /** What the approver reads before approving. */
  differences: ReactNode;
  /** `approve`: on the day, where the approver chooses it. */
  deeds: {
    offer: () => Promise<unknown>;
    drop: () => Promise<unknown>;
    approve: (publishOn: string | null) => Promise<unknown>;
    sendBack: (note: string) => Promise<unknown>;
  };
  picksDay?: boolean;
  touched: readonly QueryKey[];
};

/** Where the draft is on its way to its readers, and the next step for the one who looks at it. */
export function ApprovalBar(props: ApprovalBarProps) {
  const { draft, may } = props;
  if (draft.revision === 0) return null;
  return (
    <section className="card-approval">
      <DraftWord draft={draft} />
      {draft.state === 'draft' && may.write ? <ForWriter {...props} /> : null}
      {draft.refusal === null ? <ForApprover {...props} /> : null}
    </section>
  );
}

function DraftWord({ draft }: { draft: Draft }) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const writers = draft.writers.join(', ');
  if (draft.state === 'approved')
    return (
      <StatusWord tone="good" icon={Check}>
        {t('draft.approved', { name: draft.approvedByName ?? '', date: draft.publishOn ? dayIn(draft.publishOn, locale) : '' })}
      </StatusWord>
    );
  if (draft.state === 'offered')
    return (
      <StatusWord tone="wait" icon={Clock}>
        {t(draft.refusal === 'own-draft' ? 'draft.offeredByMe' : 'draft.offered', { name: draft.offeredByName ?? writers })}
      </StatusWord>
    );
  return (
    <>
      <StatusWord tone="brand" icon={CircleDot}>
        {t('draft.is', { writers })}
      </StatusWord>
      {draft.returnedNote ? <p className="card-returned">{t('draft.returned', { note: draft.returnedNote })}</p> : null}
    </>
  );
}

function ForWriter({ isPublished, isChanged, deeds, touched }: ApprovalBarProps) {
  const { t } = useTranslation('cards');
  const { run, isRunning, problem } = useDeed(touched, { tellsHere: true });
  return (
    <div className="actions">
      <Button
        kind="primary"
        isPending={isRunning}
        isDisabled={isChanged}
        onPress={() => void run(deeds.offer).then((done) => done && showToast({ text: t('draft.sent') }))}
      >
        {t('draft.offer')}
      </Button>
      {isPublished ? (
        <Button kind="plain" isDisabled={isRunning} onPress={() => void run(deeds.drop)}>
          {t('draft.drop')}
        </Button>
      ) : null}
      {isChanged ? <span className="quiet small">{t('draft.saveFirst')}</span> : null}
      {problem ? (
        <span className="field-problem whole-line" role="alert">
          {problem}
        </span>
      ) : null}
    </div>
  );
}

/** What changes is read before it is approved. */
function ForApprover({ draft, differences, deeds, picksDay = false, touched }: ApprovalBarProps) {
  const { t } = useTranslation('cards');
  const { run, isRunning } = useDeed(touched);
  const [publishOn, setPublishOn] = useState<string | null>(null);
  const [isReturning, setReturning] = useState(false);
  const [note, setNote] = useState('');
  const done = (text: string) => (isDone: boolean) => isDone && showToast({ text });
  return (
    <div className="card-approving">
      {draft.changeNote ? <p>{draft.changeNote}</p> : null}
      {differences}
      <div className="actions">
        <Button
          kind="primary"
          icon={Check}
          isPending={isRunning}
          onPress={() => void run(() => deeds.approve(publishOn)).then(done(t('draft.published')))}
        >
          {publishOn ? t('draft.approveLater') : t('draft.approve')}
        </Button>
        {picksDay ? <DayField label={t('draft.publishOn')} value={publishOn} onChange={setPublishOn} /> : null}
        <Button kind="plain" icon={Undo2} onPress={() => setReturning(true)}>
          {t('draft.return')}
        </Button>
      </div>
      {isReturning ? (
        <div className="fields">
          <TextArea label={t('draft.returnNote')} rows={2} autoFocus value={note} onChange={setNote} />
          <Button
            isDisabled={note.trim() === '' || isRunning}
            onPress={() => void run(() => deeds.sendBack(note)).then(done(t('draft.wentBack')))}
          >
            {t('draft.returnNow')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
