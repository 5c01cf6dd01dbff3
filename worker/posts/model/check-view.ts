import { z } from 'zod';
import { jobDetail } from '#worker/jobs/model/view-schemas.ts';
import { FLAG_IDS } from '#worker/moderation/model/flags.ts';

const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

const check = {
  fields: list(z.object({ field: z.string(), message: z.string() })).meta({
    description: 'What its form asks for and is not there, or is wrong',
  }),
  hints: list(z.object({ flag: z.enum(FLAG_IDS), field: z.string(), quote: z.string() })),
  repeats: z
    .object({ id: z.string(), title: z.string() })
    .nullable()
    .meta({ description: 'The open post of the same author that it says again' }),
};

/** What is missing in a draft, and what there is to say of it. */
export const checkView = z.object(check).meta({ id: 'PostCheck' });
export type CheckView = Readonly<z.infer<typeof checkView>>;

/** The ad as the public would be shown it. */
export const previewView = z
  .object({
    ...check,
    job: jobDetail.meta({ description: 'What is missing yet, as `fields` says, stands empty in it' }),
    taken: list(z.object({ field: z.string(), kind: z.enum(['mail', 'phone', 'messenger']), value: z.string() })).meta({
      description: 'What was taken out of the texts, to be shown only on asking',
    }),
    publishOn: z.string().meta({ format: 'date-time' }).nullable().meta({ description: 'Null for as soon as it is approved' }),
  })
  .meta({ id: 'PostPreview' });
export type PreviewView = Readonly<z.infer<typeof previewView>>;

/** What waits for a moderator, as the public would be shown it. */
export const sentView = z.object({ job: jobDetail }).meta({ id: 'PostSent' });
export type SentView = Readonly<z.infer<typeof sentView>>;
