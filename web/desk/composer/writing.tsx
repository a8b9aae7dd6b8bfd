import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { useConnection } from '../../shared/live/connection.ts';
import { Button } from '../../shared/ui/button.tsx';

/** The text itself; grows to a third of the screen, then scrolls. */
export function WritingArea({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  return (
    <textarea
      className="writing-area"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      spellCheck
    />
  );
}

/**
 * Opens a place to write and goes there before the next key is heard: what is typed at once is writing, not commands. Not from an effect.
 * @param within where the place is, when there may be several
 */
export function writeAt(open: () => void, within: ParentNode | null = document): void {
  flushSync(open);
  within?.querySelector<HTMLTextAreaElement>('.writing-area')?.focus();
}

/** Says what it does; Ctrl+Enter does it. Without a connection it waits, and the text stays. */
export function SendButton(props: { label: string; isPending: boolean; isDisabled: boolean; onSend: () => void }) {
  const { t } = useTranslation('desk');
  const isAway = useConnection().state === 'away';
  const isDisabled = props.isDisabled || isAway;
  const send = () => {
    if (!isDisabled && !props.isPending) props.onSend();
  };
  useShortcuts([{ keys: 'Control+Enter', label: props.label, run: send }]);
  return (
    <Button kind="primary" keys={isAway ? undefined : 'Control+Enter'} isDisabled={isDisabled} isPending={props.isPending} onPress={send}>
      {isAway ? t('composer.sendWhenBack') : props.label}
    </Button>
  );
}

/** Once sent, the keys are commands again: `u` takes it back at once. Someone who has gone elsewhere meanwhile stays there. */
export function leaveWriting(): void {
  const { activeElement } = document;
  if (activeElement === document.body || activeElement?.closest('.composer')) document.getElementById('main')?.focus();
}
