import {
  ArrowRightLeft,
  ArrowUp,
  Bell,
  Check,
  CircleCheck,
  FlagTriangleRight,
  Link2,
  type LucideIcon,
  MessageSquareReply,
  NotebookPen,
  Share2,
  Split,
  UserCheck,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../server/modules/matters/messages/schema.ts';
import type { Step } from '../../../server/modules/matters/path/schema.ts';
import type { SupportRequest } from '../../../server/modules/matters/requests/schema.ts';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { channelDrawing } from '../../shared/ui/channel-icon.tsx';
import type { PathStep } from '../../shared/ui/path.tsx';
import { epochOf, formatDate, formatTime, sameDay } from '../../shared/ui/time-format.ts';
import { useNoticeWords } from '../notices/use-notice-words.ts';
import { useNames } from '../session.tsx';
import { ContactBody, useContactWords } from './contact-entry.tsx';
import { MessageBody, MessageCommand, useMessageWords } from './message-entry.tsx';
import { RequestBody, useTwig } from './request-entry.tsx';
import { StepCommand, useStepWhen } from './step-entry.tsx';
import { TalkCommand } from './talk-command.tsx';
import type { Entry } from './timeline.ts';
import { useHappeningWords } from './use-happening-words.ts';

const happeningDrawings: Record<string, LucideIcon> = {
  'handed-over': ArrowRightLeft,
  closed: CircleCheck,
  reopened: FlagTriangleRight,
  split: Split,
  linked: Link2,
  unlinked: Link2,
  shared: Share2,
  unshared: Share2,
  'customer-named': UserCheck,
  'need-settled': Check,
};

/** The timeline in words, ready to draw. */
export function usePathSteps(page: MatterPage, entries: readonly Entry[], commands: PathCommands): PathStep[] {
  const draw = useEntry(page, commands);
  const branch = useBranch(draw);
  const sayWhen = useWhen();
  return entries.map((entry, index) => ({
    id: entry.id,
    state: entry.state,
    when: sayWhen(entry, lastMoment(entries[index - 1])),
    ...draw(entry),
    ...(entry.kind === 'request' ? { branch: branch(entry) } : {}),
  }));
}

type Draw = ReturnType<typeof useEntry>;

/** A question's turns and what happened at the desk meanwhile, in the order of time. */
function useBranch(draw: Draw): (entry: Entry & { kind: 'request' }) => PathStep['branch'] {
  const { t } = useTranslation('desk');
  const twig = useTwig();
  const sayWhen = useWhen();
  return (entry) => {
    const { course, twigs, meanwhile } = entry.branch;
    if (twigs.length + meanwhile.length === 0) return undefined;
    const lines = [...twigs, ...meanwhile].sort((one, other) => momentOf(one) - momentOf(other));
    const steps = lines.map((line, index): PathStep => {
      const before = lines[index - 1]?.at ?? entry.at;
      if ('depth' in line) return twig(line, before);
      return { id: line.id, state: line.state, depth: 0, when: sayWhen(line, before), ...draw(line) };
    });
    return { label: t('requests.course'), course, steps };
  };
}

/** What waits has no moment yet: it stands last. */
const momentOf = ({ at }: { at: string | null }) => (at === null ? Number.POSITIVE_INFINITY : epochOf(at));

/** The day said last before the next step. */
function lastMoment(entry: Entry | undefined): string | null {
  if (entry?.kind !== 'request') return entry?.at ?? null;
  const { twigs, meanwhile } = entry.branch;
  const moments = [entry.at, ...twigs.map((twig) => twig.at), ...meanwhile.map((other) => other.at)].filter((at) => at !== null);
  return moments.sort((one, other) => epochOf(one) - epochOf(other)).at(-1) ?? null;
}

type PathCommands = {
  onEdit: (step: Step) => void;
  onTell: (request: SupportRequest) => void;
  onUndone: (message: Message) => void;
};

function useEntry(page: MatterPage, { onEdit, onTell, onUndone }: PathCommands): (entry: Entry) => Omit<PathStep, 'id' | 'state'> {
  const { t } = useTranslation('desk');
  const names = useNames();
  const contact = useContactWords();
  const message = useMessageWords();
  const happening = useHappeningWords();
  const notice = useNoticeWords();
  const stepWhen = useStepWhen();
  return (entry) => {
    switch (entry.kind) {
      case 'contact':
        return {
          icon: channelDrawing(entry.contact.channel),
          ...contact(entry.contact, entry.messages, entry.contact.id === page.contacts[0]?.id),
          body: <ContactBody contact={entry.contact} messages={entry.messages} />,
          command: <TalkCommand page={page} contact={entry.contact} />,
        };
      case 'message':
        return {
          icon: entry.message.kind === 'note' ? NotebookPen : channelDrawing(entry.message.channel),
          ...message(entry.message),
          body: <MessageBody message={entry.message} />,
          command: page.may.write ? <MessageCommand message={entry.message} matterId={page.id} onUndone={onUndone} /> : undefined,
        };
      case 'request':
        return {
          icon: ArrowUp,
          title: t('requests.toTier', { tier: entry.request.tier }),
          facts: [names.unit(entry.request.toUnitId), entry.request.askedByName].filter(Boolean).join(' · '),
          body: <RequestBody request={entry.request} page={page} />,
        };
      case 'happening':
        return { icon: happeningDrawings[entry.happening.kind] ?? FlagTriangleRight, ...happening(entry.happening) };
      case 'notice':
        return { icon: Bell, ...notice(entry.notice) };
      case 'step':
        return {
          icon: entry.step.channel ? channelDrawing(entry.step.channel) : undefined,
          title: entry.step.title,
          facts: [names.shortOrganisation(entry.step.organisationId), entry.step.place, entry.step.isSecret ? t('path.stepSecret') : '']
            .filter(Boolean)
            .join(' · '),
          ...(entry.state === 'done' ? {} : { when: stepWhen(entry.step, entry.state) }),
          command: page.may.write && page.state === 'open' ? <StepCommand page={page} step={entry.step} onEdit={onEdit} /> : undefined,
        } as Omit<PathStep, 'id' | 'state'>;
      case 'tell':
        return {
          icon: MessageSquareReply,
          title: t('path.tell'),
          when: <b>{t('path.now')}</b>,
          body: <p className="quiet">{t('path.tellHint', { title: entry.request.title })}</p>,
          command: page.may.write ? (
            <Button size="small" onPress={() => onTell(entry.request)}>
              {t('path.tellCommand')}
            </Button>
          ) : undefined,
        };
      case 'turn':
        return { title: t(`path.turn.${entry.awaits}`), when: <b>{t('path.now')}</b> };
    }
  };
}

/** The day once, then only the clock. */
function useWhen(): (entry: Entry, before: string | null) => ReactNode | undefined {
  const { t } = useTranslation('desk');
  const locale = useLocale();
  return (entry, before) => {
    if (!entry.at) return undefined;
    const day = before && sameDay(before, entry.at) ? null : formatDate(entry.at, locale, epochOf(entry.at));
    return (
      <time dateTime={entry.at} title={formatDate(entry.at, locale, 0)}>
        {entry.state === 'now' ? <b>{t('path.now')}</b> : day ? <b>{day}</b> : null} {formatTime(entry.at, locale)}
      </time>
    );
  };
}
