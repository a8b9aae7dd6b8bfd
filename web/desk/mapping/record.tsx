import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingPage } from '../../../server/modules/matters/mapping/schema.ts';
import { Time } from '../../shared/ui/time.tsx';
import { useNames } from '../session.tsx';
import { useReasonWords } from './words.ts';

/** What has been answered and decided, to read: when somebody else has it, and when it is done. */
export function Record({ page }: { page: MappingPage }) {
  const { t } = useTranslation('mapping');
  const { t: d } = useTranslation('desk');
  const names = useNames();
  const { answers } = page;
  const needs = page.decision?.needs ?? page.needs;
  const arrangements = page.decision?.arrangements ?? page.customer.arrangements;
  return (
    <dl className="record">
      <Line title={t('groups.situation')}>
        {answers.situation.trim() ? <p className="own-words">{answers.situation}</p> : null}
        {answers.lifeSituations.map((key) => names.item('lifeSituations', key)).join(', ')}
      </Line>
      <Line title={t('groups.needs')}>
        {needs.map((need) => (
          <p key={need.id}>
            {need.serviceName || need.ownWords || d('needs.unknown')}{' '}
            <span className="quiet">{need.organisationId ? names.organisation(need.organisationId) : d('needs.notDirected')}</span>
          </p>
        ))}
      </Line>
      <Line title={t('groups.arrangements')}>
        {arrangements.map(({ kind, detail }) => [names.item('specialNeeds', kind), detail].filter(Boolean).join(': ')).join(', ')}
      </Line>
      <Line title={t('groups.skills')}>
        {page.skill ? <p>{names.item('digitalSkillLevels', page.skill)}</p> : null}
        {[...answers.notAlone.map((key) => names.item('notAloneReasons', key)), answers.notAloneWords].filter(Boolean).join(', ')}
      </Line>
      <DecisionLines page={page} />
      {page.comment ? (
        <Line title={t('record.comment')}>
          <p className="own-words">{page.comment.words}</p>
          <p className="quiet">
            {t(`record.commented.${page.comment.how}`)} · <Time at={page.comment.at} look="full" />
          </p>
        </Line>
      ) : null}
    </dl>
  );
}

function DecisionLines({ page }: { page: MappingPage }) {
  const { t } = useTranslation('mapping');
  const sayReason = useReasonWords();
  const { decision } = page;
  if (!decision) return null;
  return (
    <>
      <Line title={t('record.decided')}>
        <p>
          <strong>{t(`path.channels.${decision.channel}`)}</strong> · {t('path.chosenBy')}: {t(`path.choosers.${decision.chosenBy}`)}
        </p>
        <p>{[...decision.reasons.map(sayReason), decision.words].filter(Boolean).join(' · ')}</p>
        <p className="quiet">
          {t('record.decidedBy', { name: page.decidedByName ?? '' })} {page.decidedAt ? <Time at={page.decidedAt} look="date" /> : null}
        </p>
      </Line>
      <Line title={t('path.steps')}>
        {decision.steps.length > 0 ? (
          <ol className="record-steps">
            {decision.steps.map((step, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a decided list does not change
              <li key={index}>
                {step.title} <span className="quiet">{t(`path.whos.${step.who}`)}</span>
              </li>
            ))}
          </ol>
        ) : null}
      </Line>
      {page.confirmedHow && page.confirmedAt ? (
        <Line title={t('groups.confirmation')}>
          <p>
            {[t(`record.confirmed.${asHow(page.confirmedHow)}`), page.confirmedByName].filter(Boolean).join(' · ')} ·{' '}
            <Time at={page.confirmedAt} look="full" />
          </p>
        </Line>
      ) : null}
    </>
  );
}

function Line({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('mapping');
  const isEmpty = [children].flat().every((child) => child === null || child === '' || (Array.isArray(child) && child.length === 0));
  return (
    <div>
      <dt>{title}</dt>
      <dd>{isEmpty ? <span className="quiet">{t('record.empty')}</span> : children}</dd>
    </div>
  );
}

const hows = ['screen', 'paper', 'voice', 'signed-in', 'mandate', 'link'] as const;
const asHow = (how: string): (typeof hows)[number] => hows.find((one) => one === how) ?? 'voice';
