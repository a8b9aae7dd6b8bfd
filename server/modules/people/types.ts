/** Roles of requirements section 0. What each may do stands in the policies of the modules, nowhere else. */
export const roles = [
  'service-advisor',
  'receptionist',
  'authority-specialist',
  'digital-support-advisor',
  'external-digital-supporter',
  'guard',
  'point-manager',
  'development-team',
  'national-coordinator',
  'data-protection-officer',
  'administrator',
] as const;

export type Role = (typeof roles)[number];
