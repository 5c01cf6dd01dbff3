/** As what somebody works for an employer: an owner also decides about the employer itself and who works for it. */
export const EMPLOYER_ROLES = ['owner', 'recruiter'] as const;
export type EmployerRole = (typeof EMPLOYER_ROLES)[number];
