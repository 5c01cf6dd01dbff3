import type { Paths } from '#site/lib/paths.ts';
import type { Role } from '#worker/kernel/actor.ts';

/** The sections of the desk, in the order of its navigation. Only an employer’s account works for employers. */
export function deskSections(paths: Paths, role: Role) {
  const sections = [
    { name: 'posts', href: paths.hire() },
    { name: 'new', href: paths.hire('new') },
    { name: 'employers', href: paths.hire('employers') },
    { name: 'decisions', href: paths.decision() },
  ] as const;
  return sections.filter(({ name }) => name !== 'employers' || role === 'employer');
}
