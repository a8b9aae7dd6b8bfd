import { Check, CircleDot, Clock, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { approveCardDraft, type Card, type CardDraft, dropCardDraft, offerCardDraft, returnCardDraft } from '../../../shared/api/cards.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { dayIn } from '../../../shared/ui/day-text.ts';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { TextArea } from '../../../shared/ui/text-field.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { keys } from '../../queries.ts';
import { useDeed } from '../../use-deed.ts';
import { DayField } from './day-field.tsx';
import { Differences } from './differences.tsx';

type ApprovalBarProps = { card: Card; draft: CardDraft; isChanged: boolean };

/** Where the draft is on its way to everybody, and the next step for the one who looks at it. */
export function ApprovalBar({ card, draft, isChanged }: ApprovalBarProps) {
  if (draft.revision === 0) return null;
  return (
    <section className="card-approval">
      <DraftWord draft={draft} />
      {draft.state === 'draft' && card.may.write ? <ForWriter card={card} draft={draft} isChanged={isChanged} /> : null}
      {draft.refusal === null ? <ForApprover card={card} draft={draft} /> : null}
    </section>
  );
}

function DraftWord({ draft }: { draft: CardDraft }) {
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

function ForWriter({ card, draft, isChanged }: ApprovalBarProps) {
  const { t } = useTranslation('cards');
  const { run, isRunning, problem } = useDeed([keys.card(card.id), keys.cards], { tellsHere: true });
  return (
    <div className="actions">
      <Button
        kind="primary"
        isPending={isRunning}
        isDisabled={isChanged}
        onPress={() => void run(() => offerCardDraft(card.id, draft.revision)).then((done) => done && showToast({ text: t('draft.sent') }))}
      >
        {t('draft.offer')}
      </Button>
      {card.publishedNumber !== null ? (
        <Button kind="plain" isDisabled={isRunning} onPress={() => void run(() => dropCardDraft(card.id, draft.revision))}>
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
function ForApprover({ card, draft }: Pick<ApprovalBarProps, 'card' | 'draft'>) {
  const { t } = useTranslation('cards');
  const { run, isRunning } = useDeed([keys.card(card.id), keys.cards]);
  const [publishOn, setPublishOn] = useState<string | null>(null);
  const [isReturning, setReturning] = useState(false);
  const [note, setNote] = useState('');
  const done = (text: string) => (isDone: boolean) => isDone && showToast({ text });
  return (
    <div className="card-approving">
      {draft.changeNote ? <p>{draft.changeNote}</p> : null}
      <Differences differences={draft.differences} />
      <div className="actions">
        <Button
          kind="primary"
          icon={Check}
          isPending={isRunning}
          onPress={() => void run(() => approveCardDraft(card.id, draft.revision, publishOn)).then(done(t('draft.published')))}
        >
          {publishOn ? t('draft.approveLater') : t('draft.approve')}
        </Button>
        <DayField label={t('draft.publishOn')} value={publishOn} onChange={setPublishOn} />
        <Button kind="plain" icon={Undo2} onPress={() => setReturning(true)}>
          {t('draft.return')}
        </Button>
      </div>
      {isReturning ? (
        <div className="fields">
          <TextArea label={t('draft.returnNote')} rows={2} autoFocus value={note} onChange={setNote} />
          <Button
            isDisabled={note.trim() === '' || isRunning}
            onPress={() => void run(() => returnCardDraft(card.id, draft.revision, note)).then(done(t('draft.wentBack')))}
          >
            {t('draft.returnNow')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
