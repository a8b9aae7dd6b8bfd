import type { NeedRule, ResourceKind } from '../../../../shared/api/booking-setup.ts';

/** Null: no longer, or nobody besides. */
export type RuleChange = { minutes?: number | null; kind?: ResourceKind | null; room?: string[] };

/** The rule with what was chosen; how many of the kind are needed and what they must have stays, though the screen does not show it. */
export function changedRule({ need, minutes, part, room }: NeedRule, change: RuleChange): NeedRule {
  const { minutes: longer = minutes ?? null, kind = part?.kind ?? null, room: features = room ?? [] } = change;
  const other = kind === part?.kind ? part : kind && { kind };
  return {
    need,
    ...(longer === null ? {} : { minutes: longer }),
    ...(other ? { part: other } : {}),
    ...(features.length === 0 ? {} : { room: features }),
  };
}
