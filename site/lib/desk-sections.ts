import type { Paths } from '#site/lib/paths.ts';

/** The sections of the desk, in the order of its navigation. */
export function deskSections(paths: Paths) {
  return [
    { name: 'posts', href: paths.hire() },
    { name: 'new', href: paths.hire('new') },
    { name: 'employers', href: paths.hire('employers') },
    { name: 'decisions', href: paths.decision() },
  ] as const;
}
