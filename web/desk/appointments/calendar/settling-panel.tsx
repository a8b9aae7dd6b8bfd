import { CircleAlert, CircleCheck, Mail, Phone } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BlockView, removeBlock, settleOne, type TouchedView } from '../../../shared/api/calendar.ts';
import { nameIn } from '../../../shared/i18n/names.ts';
import { useLocale } from '../../../shared/i18n/use-locale.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { Panel } from '../../../shared/ui/panel.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { epochOf } from '../../../shared/ui/time-format.ts';
import { useTimes } from '../../../shared/ui/use-times.ts';
import { FormFoot } from '../../form-foot.tsx';
import { keys } from '../../queries.ts';
import { useDeed, useSayWhy } from '../../use-deed.ts';
import { codeWords } from '../code-words.ts';
import { Customer } from './customer.tsx';
import { useBlock } from './queries.ts';

type Wish = 'proposal' | 'ask' | 'leave';
type Result = { done: true } | { done: false; why: string };

/** A block, who is booked in it, and what becomes of each: thought of beforehand, carried out at once, each result told. */
export function SettlingPanel({ blockId, onClose }: { blockId: string; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const block = useBlock(blockId);
  if (block.data) return <Settling block={block.data} refetch={async () => void (await block.refetch())} onClose={onClose} />;
  return (
    <Panel title={t('block.title')} onClose={onClose}>
      {block.error ? <ErrorState error={block.error} onRetry={() => void block.refetch()} /> : <Skeleton lines={5} />}
    </Panel>
  );
}

type SettlingProps = { block: BlockView; refetch: () => Promise<void>; onClose: () => void };

function Settling({ block, refetch, onClose }: SettlingProps) {
  const { t } = useTranslation('calendar');
  const { dateTime } = useTimes();
  const { run, isRunning } = useDeed([keys.calendars]);
  const { wishes, wish, results, shown, progress, carryOut } = useCarryingOut(block, refetch);
  const open = shown.filter(
    ({ appointmentId, moved }) => moved && !results.get(appointmentId)?.done && (wishes.get(appointmentId) ?? 'proposal') !== 'leave',
  );
  const remove = async () => {
    if (await run(() => removeBlock(block.id))) onClose();
  };
  // The button that was pressed has nothing more to do: whoever goes by keys stands at what has been done.
  const told = useRef<HTMLParagraphElement>(null);
  const facts = `${t(`reasons.${block.reason}`)} · ${dateTime(block.startsAt)} – ${dateTime(block.endsAt)}`;
  return (
    <Panel
      title={t('block.title')}
      facts={facts}
      onClose={onClose}
      foot={
        <>
          <Button isPending={isRunning} isDisabled={progress !== null} onPress={() => void remove()}>
            {t('block.remove')}
          </Button>
          {open.length > 0 || progress ? (
            <FormFoot
              save={t('settle.all', { count: open.length })}
              isPending={progress !== null}
              isDisabled={open.length === 0}
              onSave={() => void carryOut(open).then(() => told.current?.focus())}
            />
          ) : null}
        </>
      }
    >
      <section>
        {shown.length === 0 ? <p>{t('settle.nobody')}</p> : <p>{t('settle.hint', { count: shown.length })}</p>}
        <p role="status" className="calendar-progress" tabIndex={-1} ref={told}>
          {progress ? t('settle.progress', progress) : null}
          {progress ? <progress value={progress.done} max={progress.all} aria-label={t('settle.progressLabel')} /> : null}
          {!progress && results.size > 0 && open.length === 0 ? t('settle.finished') : null}
        </p>
        <ul className="settling">
          {shown.map((one) => (
            <Touched
              key={one.appointmentId}
              one={one}
              wish={wishes.get(one.appointmentId) ?? 'proposal'}
              onWish={(to) => wish(one.appointmentId, to)}
              result={results.get(one.appointmentId)}
              isDisabled={progress !== null}
            />
          ))}
        </ul>
      </section>
    </Panel>
  );
}

/** One after another, so that each that fails is told apart; begun again, it goes on with those that are left. */
function useCarryingOut(block: BlockView, refetch: () => Promise<void>) {
  const sayWhy = useSayWhy();
  const [wishes, setWishes] = useState<ReadonlyMap<string, Wish>>(new Map());
  const [results, setResults] = useState<ReadonlyMap<string, Result>>(new Map());
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  /** Those who have been seen to stay in sight. */
  const [settled, setSettled] = useState<readonly TouchedView[]>([]);
  const left = block.touched.filter(({ appointmentId }) => !settled.some((one) => one.appointmentId === appointmentId));
  const shown = [...settled, ...left].sort((a, b) => epochOf(a.startsAt) - epochOf(b.startsAt));

  async function carryOut(open: readonly TouchedView[]): Promise<void> {
    let done = 0;
    for (const one of open) {
      setProgress({ done, all: open.length });
      const result = await settleIt(one);
      setResults((before) => new Map(before).set(one.appointmentId, result));
      if (result.done) setSettled((before) => [...before, one]);
      done += 1;
    }
    await refetch();
    setProgress(null);
  }

  async function settleIt({ appointmentId, proposal }: TouchedView): Promise<Result> {
    const { kind, startsAt } = wishes.get(appointmentId) === 'ask' ? { kind: 'ask' as const, startsAt: null } : proposal;
    try {
      await settleOne(block.id, { appointmentId, kind, startsAt });
      return { done: true };
    } catch (error) {
      return { done: false, why: sayWhy(error) };
    }
  }

  return { wishes, wish: (id: string, to: Wish) => setWishes((before) => new Map(before).set(id, to)), results, shown, progress, carryOut };
}

type TouchedProps = { one: TouchedView; wish: Wish; onWish: (wish: Wish) => void; result: Result | undefined; isDisabled: boolean };

function Touched({ one, wish, onWish, result, isDisabled }: TouchedProps) {
  const { t } = useTranslation('calendar');
  const locale = useLocale();
  const { dateTime } = useTimes();
  const { proposal } = one;
  const ask = one.chooses ? 'ask' : 'askOurs';
  const kind = proposal.kind === 'ask' ? ask : proposal.kind;
  const when = proposal.startsAt ? dateTime(proposal.startsAt as string) : '';
  const options = [
    { id: 'proposal', label: t(`settle.${kind}`, { when }) },
    ...(proposal.kind === 'ask' ? [] : [{ id: 'ask', label: t(`settle.${ask}`) }]),
    { id: 'leave', label: t('settle.leave') },
  ];
  const isTold = wish === 'ask' || proposal.kind !== 'others';
  return (
    <li>
      <p>
        <strong>{dateTime(one.startsAt)}</strong> {one.service ? nameIn(one.service, locale) : t('taken')}{' '}
        {one.code ? <span className="calendar-code">{codeWords(one.code)}</span> : null}
      </p>
      {one.moved && !result?.done ? (
        <Select label={t('settle.what')} options={options} value={wish} onChange={(id) => onWish(id as Wish)} isDisabled={isDisabled} />
      ) : null}
      {one.moved ? null : <p className="quiet">{t('settle.notYours')}</p>}
      {result?.done ? (
        <StatusWord tone="good" icon={CircleCheck}>
          {t(`settle.did.${wish === 'ask' ? ask : kind}`, { when })}
        </StatusWord>
      ) : null}
      {result && !result.done ? (
        <StatusWord tone="bad" icon={CircleAlert}>
          {result.why}
        </StatusWord>
      ) : null}
      {one.moved && wish !== 'leave' && isTold ? (
        <p className="quiet">
          <Icon of={one.byEmail ? Mail : Phone} /> {t(one.byEmail ? 'settle.byEmail' : 'settle.byPhone')}
        </p>
      ) : null}
      {one.moved && !one.byEmail ? <Customer id={one.appointmentId} /> : null}
    </li>
  );
}
