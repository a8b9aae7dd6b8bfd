import '../shared/ui/fonts.css';
import '../shared/ui/tokens.css';
import '../shared/ui/base.css';
import './desk.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { whenSignedOut } from '../shared/api/request.ts';
import { startTexts, wishedLocale } from '../shared/i18n/i18n.ts';
import { ErrorState } from '../shared/ui/error-state.tsx';
import { router } from './router.tsx';
import { readSession, Session } from './session.tsx';
import { applySettings } from './settings/apply.ts';

const root = createRoot(document.getElementById('app') as HTMLElement);
const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 15_000, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});

let leaving = false;
whenSignedOut(() => {
  if (leaving) return;
  leaving = true;
  const here = location.pathname + location.search;
  location.assign(`/api/sign-in?return_to=${encodeURIComponent(here)}`);
});

await start();

async function start(): Promise<void> {
  const [texts, session] = await Promise.all([
    startTexts(wishedLocale(), [
      'ui',
      'desk',
      'identity',
      'mapping',
      'documents',
      'orders',
      'notices',
      'rights',
      'slips',
      'cards',
      'packages',
      'booked',
      'bulletins',
      'support',
      'specialists',
      'guides',
      'visits',
      'printing',
      'disturbances',
    ]),
    readSession().catch((error: unknown) => ({ error })),
  ]);
  const show = (page: ReactNode) => root.render(<I18nextProvider i18n={texts}>{page}</I18nextProvider>);
  if ('error' in session) {
    if (!leaving) show(<ErrorState error={session.error} onRetry={() => location.reload()} />);
    return;
  }
  await applySettings(session.me, texts);
  show(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Session first={session}>
          <RouterProvider router={router} />
        </Session>
      </QueryClientProvider>
    </StrictMode>,
  );
}
