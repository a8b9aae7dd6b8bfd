import { useNavigate } from '@tanstack/react-router';
import { CalendarPlus, CircleCheck, Ellipsis, FileText, Link2, Merge, Pencil, Printer, Split, Ticket } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { closeMatter, printAddress, reopenMatter } from '../../shared/api/matters.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { type Command, Menu } from '../../shared/ui/menu.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { usePapersLeft } from '../documents/papers-left.tsx';
import { keys } from '../queries.ts';
import { SlipPanel } from '../slip/slip-panel.tsx';
import { useDeed } from '../use-deed.ts';
import { CloseOnly } from '../wrap-up/close-only.tsx';
import { FollowLinkPanel } from './follow-link-panel.tsx';
import { JoinPanel } from './join-panel.tsx';
import { SplitPanel } from './split-panel.tsx';
import { TitlePanel } from './title-panel.tsx';

/** Only when somebody invites. */
const InvitePanel = lazy(async () => ({ default: (await import('../appointments/invitations/invite-panel.tsx')).InvitePanel }));

type Opened = 'title' | 'close' | 'merge' | 'link' | 'split' | 'follow' | 'slip' | 'invite' | null;

/** What is done to a matter seldom enough to stand behind one button. */
export function MatterMenu({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  const { t: words } = useTranslation('slips');
  const [opened, setOpened] = useState<Opened>(null);
  useShortcuts([{ keys: 'l', label: words('menu'), run: () => setOpened('slip') }]);
  const papers = usePapersLeft(page.id);
  const closeNow = useClosing(page);
  const close = () => (papers.length > 0 ? setOpened('close') : closeNow());
  const print = (withAuthorities: boolean) => window.open(printAddress(page.id, withAuthorities), '_blank', 'noopener');
  const commands: (Command | false)[] = [
    { id: 'title', label: t('menu.title'), icon: Pencil, run: () => setOpened('title') },
    { id: 'print', label: t('menu.print'), icon: Printer, run: () => print(false) },
    { id: 'print-all', label: t('menu.printAll'), icon: Printer, run: () => print(true) },
    { id: 'slip', label: words('menu'), icon: Ticket, run: () => setOpened('slip') },
    { id: 'follow', label: t('menu.follow'), icon: FileText, run: () => setOpened('follow') },
    page.may.write &&
      page.state === 'open' && { id: 'invite', label: t('menu.invite'), icon: CalendarPlus, run: () => setOpened('invite') },
    page.may.merge && { id: 'merge', label: t('menu.merge'), icon: Merge, run: () => setOpened('merge') },
    page.may.merge && { id: 'link', label: t('menu.link'), icon: Link2, run: () => setOpened('link') },
    page.may.merge && page.needs.length > 1 && { id: 'split', label: t('menu.split'), icon: Split, run: () => setOpened('split') },
    page.may.close && { id: 'close', label: t('menu.close'), icon: CircleCheck, run: close },
  ];
  const leave = () => setOpened(null);
  return (
    <>
      <Menu label={t('menu.label')} commands={commands.filter((command) => command !== false)}>
        <Button kind="plain" icon={Ellipsis} aria-label={t('menu.label')} />
      </Menu>
      {opened === 'close' ? <CloseOnly page={page} onClose={leave} /> : null}
      {opened === 'title' ? <TitlePanel page={page} onClose={leave} /> : null}
      {opened === 'merge' || opened === 'link' ? <JoinPanel page={page} how={opened} onClose={leave} /> : null}
      {opened === 'split' ? <SplitPanel page={page} onClose={leave} /> : null}
      {opened === 'slip' ? <SlipPanel page={page} onClose={leave} /> : null}
      {opened === 'invite' ? (
        <Suspense>
          <InvitePanel page={page} onClose={leave} />
        </Suspense>
      ) : null}
      {opened === 'follow' ? <FollowLinkPanel page={page} onClose={leave} /> : null}
    </>
  );
}

/** Closes without asking, where nothing is left lying, and takes it back for a minute. */
function useClosing(page: MatterPage) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const { run } = useDeed([keys.matter(page.id), keys.matters, keys.documents]);
  return () => {
    void run(() => closeMatter(page.id)).then((done) => {
      if (!done) return;
      void navigate({ to: '/matters', search: { view: 'mine' } });
      showToast({ text: t('closing.done', { title: page.title }), undo: async () => void (await run(() => reopenMatter(page.id))) });
    });
  };
}
