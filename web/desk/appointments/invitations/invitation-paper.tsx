import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readPaper } from '../../../shared/api/invitations.ts';
import { useShortcuts } from '../../../shared/keys/use-shortcuts.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorState } from '../../../shared/ui/error-state.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';

/** As it will be printed, in the customer's language. */
export function InvitationPaperView({ id }: { id: string }) {
  const { t } = useTranslation('invitations');
  const sheet = useRef<HTMLIFrameElement>(null);
  const found = useQuery({ queryKey: ['invitation-paper', id], queryFn: () => readPaper(id), staleTime: 0, gcTime: 0 });
  const print = () => sheet.current?.contentWindow?.print();
  useShortcuts([{ keys: 'Control+Enter', label: t('print'), run: print }]);
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={8} />;
  return (
    <section className="fields">
      <p role="status">{t('paperMade')}</p>
      <p>
        <Button kind="primary" icon={Printer} keys="Control+Enter" onPress={print}>
          {t('print')}
        </Button>
      </p>
      <iframe className="invitation-paper" ref={sheet} title={t('preview')} srcDoc={found.data.papers[found.data.language]} />
    </section>
  );
}
