import { useTranslation } from 'react-i18next';
import type { RequestPage, SupportRequest } from '../../../server/modules/matters/requests/schema.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Path, type PathStep } from '../../shared/ui/path.tsx';
import { epochOf, formatDate, formatTime, sameDay } from '../../shared/ui/time-format.ts';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useNames } from '../session.tsx';
import { AnswerFiles } from './answer-files.tsx';

const said = ['claimed', 'answered', 'asked-back', 'replied', 'forwarded', 'returned', 'withdrawn', 'escalated'] as const;

/** The way of a question: who asked, who has it now, what happens to the answer. */
export function RequestCourse({ page }: { page: RequestPage }) {
  const { t } = useTranslation('desk');
  const steps = useCourse(page);
  return (
    <section className="matter-path" aria-labelledby="course">
      <h2 className="heard" id="course">
        {t('requests.course')}
      </h2>
      <Path label={t('requests.course')} steps={steps} />
    </section>
  );
}

function useCourse({ request, chain }: RequestPage): PathStep[] {
  const { t } = useTranslation('desk');
  const names = useNames();
  const locale = useLocale();
  const { dateTime } = useTimes();
  const when = (at: string, before: string | undefined) => (
    <time dateTime={at}>
      {before && sameDay(before, at) ? null : <b>{formatDate(at, locale, epochOf(at))}</b>} {formatTime(at, locale)}
    </time>
  );
  const whole = chain.length > 0 ? chain : [request];
  // What a tier sent on is told by its sending on.
  const isFirst = (one: SupportRequest) => !whole.some((other) => other.id === one.parentId);
  const asked = whole.filter(isFirst).map(
    (one): Told => ({
      at: one.askedAt,
      step: {
        id: one.id,
        state: 'done',
        title: t('requests.who', { tier: one.tier - 1, who: one.askedByName }),
        facts: t('requests.asked'),
      },
    }),
  );
  const entries = whole.flatMap((one) => one.entries.flatMap((entry, index) => toldEntry(one, entry, index)));
  const past = [...asked, ...entries]
    .sort((one, other) => epochOf(one.at) - epochOf(other.at))
    .map((told, index, all) => ({ ...told.step, when: when(told.at, all[index - 1]?.at) }));
  return [...past, ...ahead()];

  type Told = { at: string; step: PathStep };

  function toldEntry(one: SupportRequest, entry: SupportRequest['entries'][number], index: number): Told[] {
    const kind = said.find((word) => word === entry.kind);
    if (!kind) return [];
    const tier = kind === 'replied' || kind === 'withdrawn' ? one.tier - 1 : one.tier;
    const step: PathStep = {
      id: `${one.id}.${index}`,
      state: 'done',
      title: t('requests.who', { tier, who: entry.personName ?? names.unit(one.toUnitId) }),
      facts: t(`requests.entries.${kind}`),
      // The question stands above already.
      body:
        entry.text && entry.text !== request.question ? (
          <>
            <p className={kind === 'answered' ? 'said answer' : 'said quiet'}>{entry.text}</p>
            {kind === 'answered' ? <AnswerFiles request={one} /> : null}
          </>
        ) : undefined,
    };
    return [{ at: entry.at, step }];
  }

  function ahead(): PathStep[] {
    if (request.state === 'answered' || request.state === 'returned' || request.state === 'withdrawn') return [];
    const open = whole.findLast((one) => one.state === 'open' || one.state === 'asked-back') ?? request;
    const isBack = open.state === 'asked-back';
    const who = isBack ? open.askedByName : (open.toPersonName ?? names.unit(open.toUnitId));
    return [
      {
        id: 'now',
        state: 'now',
        when: <b>{t('path.now')}</b>,
        title: t('requests.who', { tier: isBack ? open.tier - 1 : open.tier, who }),
        facts: isBack ? t('requests.tellsMore') : t('requests.answersBy', { at: dateTime(open.dueAt) }),
      },
      { id: 'tell', state: 'next', when: t('requests.then'), title: t('requests.tierOneTells') },
    ];
  }
}
