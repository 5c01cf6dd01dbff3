import { z } from 'zod';

/** Answer of `GET /api/account/address/change`: the addresses are masked. */
export const openedChangeView = z
  .object({ kind: z.enum(['confirm-address', 'undo-address']), from: z.string(), to: z.string() })
  .meta({ id: 'OpenedAddressChange' });

export type OpenedChangeView = z.output<typeof openedChangeView>;
