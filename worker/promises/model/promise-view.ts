import { z } from 'zod';
import { FAMILIES } from '#worker/promises/model/origins.ts';
import { OUTCOMES } from '#worker/promises/model/proof.ts';

/** What the API says about promises: those that are kept, each with its proof, and how many are planned. */

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const proofView = z
  .object({
    file: z.string().meta({ description: 'From the folder of the source.', example: 'tests/api/writes-nothing.test.ts' }),
    sentence: z.string().meta({ description: 'What the test says; `…` stands for what differs from case to case.' }),
    further: z.boolean().meta({ description: 'Further evidence: a test that needs what not every machine has.' }),
    outcome: z.enum(OUTCOMES).meta({ description: 'How it ended when all tests last ran on these very sources.' }),
  })
  .meta({ id: 'Proof' });

const promiseView = z
  .object({
    id: z.string().meta({ example: 'search-forgets' }),
    topic: z.string(),
    words: z.string(),
    origins: list(z.string()).meta({ description: 'Lines of the five policies that it answers, or OWN.', example: ['PRO-01'] }),
    enforcedBy: list(z.string()).meta({ description: 'The files that do it.' }),
    proofs: list(proofView),
  })
  .meta({ id: 'Promise' });

const familyView = z.object({ family: z.enum(FAMILIES), name: z.string(), kept: z.int(), planned: z.int() }).meta({ id: 'PromiseFamily' });

export const promisesView = z
  .object({
    testedAt: z.iso.datetime().nullable().meta({ description: 'When all tests last ran on these very sources; null if they did not.' }),
    kept: z.int(),
    planned: z.int().meta({ description: 'Not built yet, and therefore not promised.' }),
    families: list(familyView).meta({ description: 'A promise that answers several policies counts in each.' }),
    promises: list(promiseView),
  })
  .meta({ id: 'Promises' });

export type PromisesView = z.output<typeof promisesView>;
export type PromiseView = z.output<typeof promiseView>;
export type ProofView = z.output<typeof proofView>;
