import { KeyRound, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { TextField } from '../../../shared/ui/text-field.tsx';
import { Time } from '../../../shared/ui/time.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { FormFoot } from '../../form-foot.tsx';
import { useDeed } from '../../use-deed.ts';
import { useKeepsShared } from '../words.ts';
import { giveKey, importKeys, type DirectoryKey as Key } from './api.ts';

/** The key that the directory is asked by: where it is from, and for the region's administrators a new one in its place. */
export function DirectoryKey({ state }: { state: Key | null }) {
  const { t } = useTranslation('directory');
  const keepsShared = useKeepsShared();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="imports-key">
      <p>
        {state ? (
          <span className="status">
            <Icon of={KeyRound} /> {t(`key.from.${state.from}`)}
          </span>
        ) : (
          <StatusWord tone="warn" icon={TriangleAlert}>
            {t('key.none')}
          </StatusWord>
        )}
        {state?.setAt ? (
          <span className="quiet small">
            {' '}
            <Time at={state.setAt} look="date" /> {state.setByName}
          </span>
        ) : null}
      </p>
      {keepsShared && !isOpen ? (
        <Button size="small" onPress={() => setOpen(true)}>
          {t(state ? 'key.change' : 'key.give')}
        </Button>
      ) : null}
      {isOpen ? <Form canRemove={state?.from === 'page'} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function Form({ canRemove, onClose }: { canRemove: boolean; onClose: () => void }) {
  const { t } = useTranslation('directory');
  const [key, setKey] = useState('');
  const { run, isRunning, problem } = useDeed([importKeys], { tellsHere: true });
  const give = async (next: string | null) => {
    if (!(await run(() => giveKey(next)))) return;
    showToast({ text: t(next === null ? 'key.removed' : 'key.given'), tone: 'good' });
    onClose();
  };
  return (
    <form className="imports-key-form" onSubmit={(event) => event.preventDefault()}>
      <TextField
        type="password"
        label={t('key.field')}
        hint={t('key.hint')}
        value={key}
        onChange={setKey}
        maxLength={500}
        autoComplete="off"
        autoFocus
      />
      <span className="actions">
        <FormFoot
          save={t('key.save')}
          isPending={isRunning}
          isDisabled={key.trim() === ''}
          problem={problem}
          onSave={() => void give(key.trim())}
        />
        <Button kind="plain" onPress={onClose}>
          {t('key.cancel')}
        </Button>
        {canRemove ? (
          <Button kind="plain" isDisabled={isRunning} onPress={() => void give(null)}>
            {t('key.remove')}
          </Button>
        ) : null}
      </span>
    </form>
  );
}
