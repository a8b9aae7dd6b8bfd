import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Lock, Send } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutgoingPreview } from '../../../server/modules/matters/messages/schema.ts';
import { type NewMessage, previewMessage } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { useSayWhy } from '../use-deed.ts';

/** What would leave if it were sent now. Asked again when the way it goes changes, not with each letter. */
export function useOutgoing(matterId: string, message: NewMessage) {
  const { body: _body, ...way } = message;
  return useQuery({
    queryKey: ['outgoing', matterId, way],
    queryFn: ({ signal }) => previewMessage(matterId, message, signal),
    placeholderData: (previous) => previous,
    gcTime: 0,
    staleTime: 5_000,
  });
}

type LeavesProps = { outgoing: ReturnType<typeof useOutgoing>; channel: string; isEmpty: boolean };

/**
 * One sentence that quotes what actually leaves, and to which address. Before a word is written, what stands in the way is told without
 * alarm.
 */
export function Leaves({ outgoing, channel, isEmpty }: LeavesProps) {
  const { t } = useTranslation('desk');
  const sayWhy = useSayWhy();
  const [isShown, setShown] = useState(false);
  if (outgoing.error) {
    return (
      <p className={isEmpty ? 'leaves' : 'leaves problem'} {...(isEmpty ? {} : { role: 'alert' })}>
        <Icon of={CircleAlert} />
        <span>{sayWhy(outgoing.error)}</span>
      </p>
    );
  }
  const preview = outgoing.data;
  if (!preview) return <p className="leaves" />;
  return (
    <p className={`leaves ${preview.leaves}`}>
      <Icon of={preview.leaves === 'notice' ? Lock : Send} />
      <span>
        <Sentence preview={preview} channel={channel} />{' '}
        {preview.leaves === 'notice' ? (
          <Button kind="plain" size="small" onPress={() => setShown(true)}>
            {t('leaves.see')}
          </Button>
        ) : null}
      </span>
      {isShown ? (
        <Panel place="middle" title={preview.subject} facts={preview.recipient} onClose={() => setShown(false)}>
          <p className="said">{preview.text}</p>
        </Panel>
      ) : null}
    </p>
  );
}

function Sentence({ preview, channel }: { preview: OutgoingPreview; channel: string }) {
  const { t } = useTranslation('desk');
  const recipient = preview.recipient ?? '';
  if (preview.leaves === 'notice') return t('leaves.notice', { text: firstSentence(preview.text) });
  if (preview.leaves === 'nothing') return t(channel === 'link' ? 'leaves.waits' : 'leaves.nothing');
  if (channel === 'letter') return t('leaves.letter', { recipient });
  return channel === 'link' ? t('leaves.link') : t('leaves.message', { recipient });
}

/** The first line that says something, past the greeting. */
function firstSentence(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.find((line) => line.length > 12) ?? text;
  return said.charAt(0).toLocaleUpperCase() + said.slice(1);
}
