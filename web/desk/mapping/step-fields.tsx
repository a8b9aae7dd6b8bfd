import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedStep } from '../../../server/modules/matters/mapping/schema.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useNames } from '../session.tsx';
import { type Answering, useTyped } from './use-answers.ts';

type StepFieldsProps = {
  steps: readonly PlannedStep[];
  language: string;
  answering: Answering;
  onChange: (steps: PlannedStep[]) => void;
};

/** The path's steps in order, in the customer's language. A step without words is none. */
export function StepFields({ steps, language, answering, onChange }: StepFieldsProps) {
  const { t } = useTranslation('mapping');
  const names = useNames();
  const put = (index: number, change: Partial<PlannedStep>) =>
    onChange(steps.map((step, place) => (place === index ? { ...step, ...change } : step)));
  return (
    <>
      <ol className="step-fields">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step not yet on the path has nothing but its place
          <li key={index} lang={language}>
            <StepTitle number={index + 1} title={step.title} onChange={(title) => put(index, { title })} />
            {step.who === 'authority' ? (
              <p className="quiet step-authority">{names.organisation(step.organisationId) || t('path.whos.authority')}</p>
            ) : (
              <Select
                label={t('path.who', { number: index + 1 })}
                options={(['customer', 'staff'] as const).map((id) => ({ id, label: t(`path.whos.${id}`) }))}
                value={step.who}
                onChange={(who) => put(index, { who: who as PlannedStep['who'] })}
              />
            )}
            <Button
              kind="plain"
              icon={X}
              aria-label={t('path.removeStep', { number: index + 1 })}
              onPress={() => onChange(steps.filter((_, place) => place !== index))}
            />
          </li>
        ))}
      </ol>
      <NewStep
        answering={answering}
        onAdd={(title) => onChange([...steps, { title, who: 'staff', organisationId: null, needId: null, channel: null }])}
      />
    </>
  );
}

/** Typed to the end before it counts: an empty title in between is nobody's answer. */
function StepTitle({ number, title, onChange }: { number: number; title: string; onChange: (title: string) => void }) {
  const { t } = useTranslation('mapping');
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      label={t('path.step', { number })}
      maxLength={200}
      value={typed ?? title}
      onChange={(words) => {
        setTyped(words);
        if (words.trim()) onChange(words);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

function NewStep({ answering, onAdd }: { answering: Answering; onAdd: (title: string) => void }) {
  const { t } = useTranslation('mapping');
  const [title, setTitle] = useState('');
  const add = () => {
    if (!title.trim()) return;
    onAdd(title.trim());
    setTitle('');
  };
  useTyped(answering, async () => {
    add();
    return true;
  });
  return (
    <form
      className="new-step"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextField label={t('path.newStep')} maxLength={200} value={title} onChange={setTitle} />
      <Button type="submit" icon={Plus} isDisabled={!title.trim()}>
        {t('path.addStep')}
      </Button>
    </form>
  );
}
