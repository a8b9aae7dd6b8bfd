import { Outlet, useMatchRoute } from '@tanstack/react-router';
import { MatterList } from './matter-list.tsx';

/** The list stays; beside it stands the chosen matter. */
export function MattersPlace() {
  const isListOnly = Boolean(useMatchRoute()({ to: '/matters' }));
  return (
    <main className="panes" data-showing={isListOnly ? 'list' : 'main'}>
      <MatterList isOnly={isListOnly} />
      <Outlet />
    </main>
  );
}
