import { useMatchRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrapUpForm } from '../../../server/modules/matters/contacts/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { reopenMatter, unwrap, wrapUp } from '../../shared/api/matters.ts';
import { showToast } from '../../shared/ui/toasts.ts';
import { usePapersLeft } from '../documents/papers-left.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { inputOf, type Missing, missingOf, type WrapUpWords, wordsOf } from './words.ts';

const nothing: readonly Missing[] = [];

const unnamedIn = (page: MatterPage) => page.needs.filter((need) => !need.serviceName).map((need) => need.id);

/** The words of the form and how it is finished. `missing`: what stood in the way of the last try. */
export function useWrapUp(
  page: MatterPage,
  form: WrapUpForm,
  { answeredWith, onDone }: { answeredWith: string | null; onDone: () => void },
) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const isAtMatter = useMatchRoute();
  const [words, setWords] = useState(() => wordsOf(form, { unnamed: unnamedIn(page), answeredWith }));
  const { run, isRunning } = useDeed([keys.matter(page.id), keys.matters, keys.documents]);
  const papers = usePapersLeft(page.id);
  const [papersStay, setPapersStay] = useState(false);
  const [asksPapers, setAsksPapers] = useState(false);
  const [missing, setMissing] = useState(nothing);
  const change = (part: Partial<WrapUpWords>) => {
    setWords((before) => ({ ...before, ...part }));
    setMissing(nothing);
  };

  async function finish(closeMatter: boolean) {
    const lacks = missingOf(words, form, closeMatter);
    setMissing(lacks);
    const asks = closeMatter && papers.length > 0;
    setAsksPapers(asks && !papersStay);
    if (lacks.length > 0 || (asks && !papersStay)) return;
    if (!(await run(() => wrapUp(form.contact.id, { ...inputOf(words, form), closeMatter, ...(asks ? { papersStay } : {}) })))) return;
    onDone();
    if (closeMatter && isAtMatter({ to: '/matters/$matterId' })) void navigate({ to: '/matters', search: { view: 'mine' } });
    const undo = () => run(() => (closeMatter ? reopenMatter(page.id) : unwrap(form.contact.id)));
    showToast({
      text: t(closeMatter ? 'wrapUp.doneAndClosed' : 'wrapUp.done', { title: page.title }),
      undo: async () => void (await undo()),
    });
  }
  const stay = (isStaying: boolean) => {
    setPapersStay(isStaying);
    setAsksPapers(false);
  };
  return { words, change, finish, isRunning, missing, papers: { papers, isStaying: papersStay, onChange: stay }, asksPapers };
}
