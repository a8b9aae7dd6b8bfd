import { Navigate, Outlet, useMatchRoute } from '@tanstack/react-router';
import { keepsMatters, useSession } from '../session.tsx';
import { MatterList } from './matter-list.tsx';

/** The list stays; beside it stands the chosen matter. */
export function MattersPlace() {
  const { me } = useSession();
  const isListOnly = Boolean(useMatchRoute()({ to: '/matters' }));
  // An old link of someone who keeps no matters: their list could never hold anything.
  if (isListOnly && !keepsMatters(me) && me.unitIds.length > 0) return <Navigate to="/" replace />;
  return (
    <main className="panes" data-showing={isListOnly ? 'list' : 'main'}>
      <MatterList isOnly={isListOnly} />
      <Outlet />
    </main>
  );
}
