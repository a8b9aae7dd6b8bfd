import { useNavigate } from '@tanstack/react-router';
import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { startMapping } from '../../shared/api/mappings.ts';
import { openMatter } from '../../shared/api/matters.ts';
import { newKey } from '../../shared/api/request.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

/** From a matter: starts one, or goes on with the one under way. */
export function StartMapping({ page }: { page: MatterPage }) {
  const { t } = useTranslation('mapping');
  const navigate = useNavigate();
  const { run, isRunning } = useDeed([keys.mappings, keys.matter(page.id)]);
  const start = () =>
    void run(async () => {
      const { id } = await startMapping(page.id);
      await navigate({ to: '/mappings/$mappingId', params: { mappingId: id } });
    });
  useShortcuts([{ keys: 'm', label: t('start'), run: start }]);
  return (
    <Button kind="plain" icon={MessagesSquare} keys="m" isPending={isRunning} onPress={start}>
      {t('start')}
    </Button>
  );
}

/** From nothing, at reception: somebody who cannot say what they need is helped before there is anything to write down. */
export function StartFromNothing() {
  const { t } = useTranslation('mapping');
  const { me } = useSession();
  const navigate = useNavigate();
  const { run, isRunning } = useDeed([keys.mappings, keys.matters]);
  const start = () =>
    void run(async () => {
      const contact = { channel: 'counter' as const, pointId: me.pointId };
      const opened = await openMatter({ title: t('newMatter'), contact }, newKey());
      const { id } = await startMapping(opened.id);
      await navigate({ to: '/mappings/$mappingId', params: { mappingId: id } });
    });
  useShortcuts([{ keys: 'm', label: t('startNew'), run: start }]);
  return (
    <p className="start-mapping">
      <Button icon={MessagesSquare} keys="m" isPending={isRunning} onPress={start}>
        {t('startNew')}
      </Button>
      <span className="quiet">{t('startNewHint')}</span>
    </p>
  );
}
