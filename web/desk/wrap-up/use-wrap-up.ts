import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrapUp, WrapUpForm } from '../../../server/modules/matters/contacts/schema.ts';
import type { Outcome } from '../../../server/modules/matters/needs/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { reopenMatter, unwrap, wrapUp } from '../../shared/api/matters.ts';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

type NeedWords = { outcome: Outcome | null; receipt: string; why: string | null };

export type WrapUpWords = {
  outcomes: Record<string, NeedWords>;
  reasons: string[];
  directedBy: string;
  supportKinds: string[];
  how: string[];
  notAlone: string[];
  couldSelfServe: boolean;
  toldAgain: boolean;
  hops: number;
  guidance: number | null;
  guidanceWords: string;
};

/** Starts from what comes by itself; the advisor's own estimate is never preselected. */
export function useWrapUp(page: MatterPage, form: WrapUpForm, onDone: () => void) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const [words, setWords] = useState(() => wordsOf(form));
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters]);
  const change = (part: Partial<WrapUpWords>) => setWords((before) => ({ ...before, ...part }));
  const isReady = Object.values(words.outcomes).every(({ outcome, receipt }) => outcome !== 'initiated' || receipt.trim() !== '');

  async function finish(closeMatter: boolean) {
    if (!(await run(() => wrapUp(form.contact.id, { ...inputOf(words), closeMatter })))) return;
    onDone();
    if (closeMatter) void navigate({ to: '/matters', search: { view: 'mine' } });
    const undo = () => run(() => (closeMatter ? reopenMatter(page.id) : unwrap(form.contact.id)));
    showToast({
      text: t(closeMatter ? 'wrapUp.doneAndClosed' : 'wrapUp.done', { title: page.title }),
      undo: async () => void (await undo()),
    });
  }
  return { words, change, finish, isRunning, isReady };
}

function wordsOf({ needs, suggested }: WrapUpForm): WrapUpWords {
  const outcomes = needs.map((need): [string, NeedWords] => [need.needId, { outcome: outcomeOf(need.outcome), receipt: '', why: null }]);
  return {
    outcomes: Object.fromEntries(outcomes),
    reasons: suggested.reasons,
    directedBy: '',
    supportKinds: suggested.supportKinds,
    how: suggested.how,
    notAlone: [],
    couldSelfServe: false,
    toldAgain: suggested.toldAgain,
    hops: suggested.hops,
    guidance: null,
    guidanceWords: '',
  };
}

function inputOf({ outcomes, directedBy, guidanceWords, ...words }: WrapUpWords): Partial<WrapUp> {
  return {
    ...words,
    directedBy: directedBy.trim() || null,
    guidanceWords: guidanceWords.trim() || null,
    outcomes: Object.entries(outcomes).flatMap(([needId, { outcome, receipt, why }]) =>
      outcome
        ? [{ needId, outcome, receipt: outcome === 'initiated' ? receipt.trim() : null, why: outcome === 'neither' ? why : null }]
        : [],
    ),
  };
}

function outcomeOf(outcome: string | null): Outcome | null {
  return (['handled', 'initiated', 'neither'] as const).find((one) => one === outcome) ?? null;
}
