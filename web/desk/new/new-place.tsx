import './new.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft, Eraser } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberCard } from '../../shared/api/cards.ts';
import { openMatter } from '../../shared/api/matters.ts';
import { newKey } from '../../shared/api/request.ts';
import { joinMatter, type VisitPage } from '../../shared/api/visits.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { isoNow } from '../../shared/ui/time-format.ts';
import { showToast } from '../../shared/ui/toasts.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import type { DraftOf } from '../composer/draft.ts';
import { DraftWord } from '../composer/draft-word.tsx';
import { useDraft } from '../composer/use-draft.ts';
import { faultsOf } from '../field-faults.ts';
import { FormFoot } from '../form-foot.tsx';
import { type UsedCard, useBeside, useWork } from '../knowledge/beside.tsx';
import { StartFromNothing } from '../mapping/start-mapping.tsx';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { ContactPart } from './contact-part.tsx';
import { CustomerPart } from './customer-part.tsx';
import { emptyContact, inputOf, isWorthKeeping, type NewContactDraft, needsAnswered, stopOf, visitorsContact } from './draft.ts';
import { NeedsPart } from './needs-part.tsx';

/** A call or a visit noted while talking: type first, file later. Whatever happens to this page, what was typed stays. */
export function NewPlace() {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const { view, visit } = useSearch({ from: '/matters/new' });
  const navigate = useNavigate();
  // Of a visitor at the counter: begun beside another's note, and nothing of that one comes here.
  const draft = useDraft(visit ? `visit.${visit}` : 'new', useFirstContact(visit));
  const key = useRef(newKey());
  const { answeredNow } = useBeside();
  const { run, isRunning, problem, faults } = useDeed([keys.matters], { tellsHere: true });
  const { body } = draft;
  const write = (change: Partial<NewContactDraft>) =>
    draft.write({ startedAt: body.startedAt ?? isoNow(), ...change, writtenAt: isoNow() });
  const clearing = useClearing(draft);

  useNewWork(draft, write, (card) => {
    const cards = [...new Set([...body.cards, card.id])];
    void save({ ...body, startedAt: body.startedAt ?? isoNow(), needs: needsAnswered(body.needs, card), cards }, card);
  });

  async function save(noted = body, answered?: UsedCard) {
    await run(async () => {
      const opened = await openMatter(inputOf(noted, me.pointId, isoNow()), key.current);
      if (visit) await joinMatter(visit, opened.id, opened.contactId);
      // What was looked up is not worth losing the note over.
      await Promise.all(noted.cards.map((cardId) => rememberCard(opened.contactId, cardId).catch(() => {})));
      if (answered) answeredNow.current = { matterId: opened.id, cardId: answered.id };
      key.current = newKey();
      draft.clear();
      if (visit) return navigate({ to: '/visits' });
      await navigate({ to: '/matters/$matterId', params: { matterId: opened.id }, search: { view: 'mine' } });
    });
  }

  return (
    <section className="pane pane-main pane-whole" id="main" tabIndex={-1}>
      <title>{`${t('new.title')} · Polku`}</title>
      <header className="new-head">
        <Link className={`back ${buttonClass({ kind: 'plain', size: 'small' })}`} to="/matters" search={{ view }}>
          <Icon of={ArrowLeft} />
          {t('matter.back')}
        </Link>
        <h1>{t('new.title')}</h1>
        {visit ? <OfVisit /> : <StartFromNothing />}
      </header>
      <form className="pane-body new-fields" key={clearing.count} aria-label={t('new.title')} onSubmit={(event) => event.preventDefault()}>
        <LeftBehind draft={draft} />
        <ContactPart body={body} onChange={write} />
        <NeedsPart body={body} onChange={write} />
        <CustomerPart body={body} onChange={write} faults={faultsOf(faults, 'customer')} />
      </form>
      <footer className="pane-foot actions">
        <FormFoot
          save={t('new.save')}
          isPending={isRunning}
          isDisabled={!isWorthKeeping(body)}
          problem={problem}
          onSave={() => void save()}
        >
          {draft.state === 'empty' ? null : (
            <Button kind="plain" icon={Eraser} onPress={clearing.clear}>
              {t('new.clear')}
            </Button>
          )}
          <DraftWord state={draft.state} savedAt={draft.savedAt} />
        </FormFoot>
      </footer>
    </section>
  );
}

/** What is known of a visitor at the counter comes along: since when, and the special needs told at arrival. */
function useFirstContact(visit: string | undefined): NewContactDraft {
  const page = useQueryClient().getQueryData<VisitPage>(keys.visit(visit ?? ''));
  return visit ? visitorsContact(page) : emptyContact();
}

function OfVisit() {
  const { t } = useTranslation('visits');
  return (
    <p className="quiet">
      {t('matter.ofVisit')} <Link to="/visits">{t('matter.backToVisit')}</Link>
    </p>
  );
}

type NewDraft = DraftOf<NewContactDraft>;

/** A card's answer goes into the note; the one that answers the call opens its matter and its wrap-up. */
function useNewWork({ body }: NewDraft, write: (change: Partial<NewContactDraft>) => void, answered: (card: UsedCard) => void): void {
  useWork({
    language: body.customer.language,
    into: 'note',
    insert: (text) => write({ summary: body.summary.trim() ? `${body.summary.trim()}\n\n${text}` : text }),
    opened: (cardId) => write({ cards: [...new Set([...body.cards, cardId])] }),
    answered,
  });
}

/** Throws the note away, for a minute to be had back: the next caller's form is empty and its clock has not begun. */
function useClearing(draft: NewDraft) {
  const { t } = useTranslation('desk');
  const [count, setCount] = useState(0);
  const forget = useRef<() => void>(undefined);
  // What was thrown away can come back only into this form.
  useEffect(() => () => forget.current?.(), []);
  const clear = () => {
    const before = draft.body;
    draft.clear();
    setCount((number) => number + 1);
    forget.current = showToast({ text: t('new.cleared'), undo: () => draft.write(before) });
  };
  return { count, clear };
}

/** A note found again says so before anything is written into it: it may be of another caller. Its clock stands where it was left. */
function LeftBehind({ draft: { body, write, cameBack } }: { draft: NewDraft }) {
  const { t } = useTranslation('desk');
  const { dateTime } = useTimes();
  const begun = useRef(false);
  useEffect(() => {
    if (!cameBack || begun.current) return;
    begun.current = true;
    const stoppedAt = stopOf(body, isoNow());
    if (stoppedAt !== body.stoppedAt) write({ stoppedAt });
  }, [cameBack, body, write]);
  if (!cameBack || !body.startedAt) return null;
  return (
    <section>
      <p className="earlier" role="status">
        {t('new.leftBehind', { at: dateTime(body.startedAt) })}
      </p>
    </section>
  );
}
