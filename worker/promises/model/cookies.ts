import { NO_LASTS, SECRET_LASTS } from '#worker/promises/model/consent-periods.ts';
import type { DeviceEntry, OptionalCategory, Service } from '#worker/promises/model/services.ts';

/** Something that the board, or a service, keeps in a browser. `essential` needs no consent: it does what the person asked for. */
export type DeclaredEntry = DeviceEntry & { readonly category: 'essential' | OptionalCategory };

/** Set after a choice, never before one. */
const essential = (board: string): readonly DeclaredEntry[] => [
  {
    name: 'consent',
    kind: 'cookie',
    purpose: { en: 'Holds your cookie choice and its dates, so that it is obeyed and you are not asked again. Nothing in it names you.' },
    lasts: NO_LASTS,
    setBy: board,
    category: 'essential',
  },
  {
    name: 'consent-secret',
    kind: 'cookie',
    purpose: {
      en: 'A random number that lets you, and nobody else, see the record of your choices. Only after a yes. Pages and scripts cannot read it.',
    },
    lasts: SECRET_LASTS,
    setBy: board,
    category: 'essential',
  },
];

/** Everything that this board, with the services it has switched on, may keep in a browser. */
export function declaredEntries(board: string, services: readonly Service[]): readonly DeclaredEntry[] {
  return [...essential(board), ...services.flatMap(({ sets, category }) => sets.map((entry) => ({ ...entry, category })))];
}
