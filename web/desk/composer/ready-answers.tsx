import { BookText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import type { DeskTemplate } from '../../shared/api/desk.ts';
import { Button } from '../../shared/ui/button.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Menu } from '../../shared/ui/menu.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { useTemplates } from '../queries.ts';
import { useSession } from '../session.tsx';

type ReadyAnswersProps = { page: MatterPage; language: string; onPick: (text: string, isInstruction: boolean) => void };

/** Answers and follow-up instructions from templates, in the language of the message; what is not known yet stays as a gap to fill. */
export function ReadyAnswers({ page, language, onPick }: ReadyAnswersProps) {
  const { t } = useTranslation('desk');
  const templates = useTemplates();
  const values = useValues(page);
  const usable = (templates.data?.templates ?? []).filter((template) => template.kind === 'answer' || template.kind === 'instruction');
  if (usable.length === 0) return null;
  const commands = usable.flatMap((template) =>
    textsOf(template, language).map(({ id, subject, body }) => ({
      id: `${template.id}.${id}`,
      label: id === 'fi-x-plain' ? t('composer.plain', { subject: fill(subject, values) }) : fill(subject, values),
      run: () => onPick(fill(body, values), template.kind === 'instruction'),
    })),
  );
  return (
    <Menu label={t('composer.ready')} commands={commands}>
      <Button kind="plain" icon={BookText}>
        {t('composer.ready')}
      </Button>
    </Menu>
  );
}

/** Finnish also in plain Finnish (selkosuomi); a language we have no texts in gets English. */
function textsOf({ texts }: DeskTemplate, language: string) {
  const wanted = language === 'fi' ? (['fi', 'fi-x-plain'] as const) : language === 'sv' ? (['sv'] as const) : (['en'] as const);
  return wanted.flatMap((id) => {
    const text = texts[id];
    return text ? [{ id, ...text }] : [];
  });
}

function useValues(page: MatterPage): Record<string, string | undefined> {
  const { me } = useSession();
  const { dateTime, date } = useTimes();
  const step = page.steps.find((one) => one.state === 'now') ?? page.steps.find((one) => one.state === 'planned');
  const deadline = step?.at ? dateTime(step.at) : step?.deadlineAt ? date(step.deadlineAt) : undefined;
  return {
    nextStep: step?.title,
    deadline,
    place: step?.place || undefined,
    matterNumber: sayMatterNumber(page.number),
    customerName: page.customer.givenName || undefined,
    staffName: me.name,
    answer: page.requests.findLast((request) => request.answer)?.answer ?? undefined,
  };
}

function fill(text: string, values: Record<string, string | undefined>): string {
  return text.replace(/{{\s*(\w+)\s*}}/g, (_, name: string) => values[name] ?? '…');
}
