import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { changeMe, type DeskDirectory, type DeskLists, type Me, readDirectory, readLists, readMe } from '../shared/api/desk.ts';
import { isLocale, regional } from '../shared/i18n/locale.ts';
import { nameIn } from '../shared/i18n/names.ts';
import { useLocale } from '../shared/i18n/use-locale.ts';

/** Who works here, and the names everything is called by. Read before the desk opens, so that no name ever flickers in. */
export type SessionFacts = { me: Me; directory: DeskDirectory; lists: DeskLists };

const Facts = createContext<SessionFacts | null>(null);

export async function readSession(): Promise<SessionFacts> {
  const [me, directory, { lists }] = await Promise.all([readMe().then(inAskedLanguage), readDirectory(), readLists()]);
  return { me, directory, lists };
}

/** A link to the desk may ask for a language (`?lang=sv`): it becomes one's own choice, and the address is an ordinary one again. */
async function inAskedLanguage(me: Me): Promise<Me> {
  const address = new URL(location.href);
  const asked = address.searchParams.get('lang');
  if (asked === null) return me;
  address.searchParams.delete('lang');
  history.replaceState(history.state, '', address);
  return isLocale(asked) && asked !== me.language ? changeMe({ language: asked }) : me;
}

export function Session({ first, children }: { first: SessionFacts; children: ReactNode }) {
  const { data } = useQuery({ queryKey: ['session'], queryFn: readSession, initialData: first, staleTime: 300_000 });
  const locale = useLocale();
  return (
    <I18nProvider locale={regional[locale]}>
      <Facts value={data}>{children}</Facts>
    </I18nProvider>
  );
}

export function useSession(): SessionFacts {
  const facts = useContext(Facts);
  if (!facts) throw new Error('the desk was opened without a session');
  return facts;
}

/** Names of places, organisations and list items in the reader's language. */
export function useNames() {
  const { directory, lists } = useSession();
  const locale = useLocale();
  return useMemo(() => {
    const find = <T extends { id: string }>(all: readonly T[], id: string | null | undefined) => all.find((one) => one.id === id);
    const organisation = (id: string | null | undefined) => find(directory.organisations, id);
    return {
      organisation: (id: string | null | undefined) => nameIn(organisation(id)?.name, locale),
      shortOrganisation: (id: string | null | undefined) => nameIn(organisation(id)?.shortName, locale),
      point: (id: string | null | undefined) => nameIn(find(directory.points, id)?.name, locale),
      unit: (id: string | null | undefined) => nameIn(find(directory.units, id)?.name, locale),
      /** An item of a configurable list; one that is no longer in use shows its key. */
      item: (list: string, key: string) => nameIn(lists[list]?.find((one) => one.key === key)?.label, locale) || key,
      items: (list: string) =>
        (lists[list] ?? []).filter((one) => one.active).map((one) => ({ id: one.key, label: nameIn(one.label, locale), extra: one.extra })),
    };
  }, [directory, lists, locale]);
}

/** Whether anybody can ask this person: those of tier 1 ask, they are not asked. */
export function useIsAsked(): boolean {
  const { me, directory } = useSession();
  return directory.units.some((unit) => unit.tier > 1 && me.unitIds.includes(unit.id));
}

/** Whether anybody is above them to ask further: from the last tier nothing goes on. */
export function useSendsOn(): boolean {
  const { me, directory } = useSession();
  return directory.units.some((unit) => unit.tier === 2 && me.unitIds.includes(unit.id));
}

/** Whether someone keeps matters of their own, or only answers what is asked of them. The server decides; this only spares an empty page. */
export function keepsMatters(me: Me): boolean {
  const keeping = ['service-advisor', 'receptionist', 'point-manager', 'digital-support-advisor'] as const;
  return keeping.some((role) => me.roles.includes(role));
}

/** Whether someone answers those whose data an organisation keeps. */
export function answersForData(me: Me): boolean {
  return me.roles.includes('data-protection-officer') || me.roles.includes('administrator');
}

/** Whether someone keeps what others work with: an administrator all of it, the development team the search and the directory. */
export function administers(me: Me): boolean {
  return me.roles.includes('administrator') || me.roles.includes('development-team');
}

const keeping: readonly Me['roles'][number][] = ['point-manager', 'administrator'];

/** Whether someone sets up the queues, counters and devices of this point. */
export function keepsPoint(me: Me, point: { id: string; organisationId: string }): boolean {
  return me.grants.some(
    ({ role, organisationId, pointId }) =>
      keeping.includes(role) && organisationId === point.organisationId && (pointId === null || pointId === point.id),
  );
}

/** Whether someone sets up any point. */
export function keepsPoints(me: Me): boolean {
  return keeping.some((role) => me.roles.includes(role));
}

/** Whether someone serves residents at a desk, where messages are collected with a slip. */
export function collects(me: Me): boolean {
  const serving = ['service-advisor', 'receptionist', 'point-manager'] as const;
  return serving.some((role) => me.roles.includes(role));
}
