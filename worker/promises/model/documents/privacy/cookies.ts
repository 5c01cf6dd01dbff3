import type { SectionPlan } from '#worker/promises/model/documents/blocks.ts';
import { cookieTable } from '#worker/promises/model/documents/cookie-tables.ts';
import { OPTIONAL_CATEGORIES } from '#worker/promises/model/services.ts';

export const COOKIES_SECTION: SectionPlan = {
  id: 'cookies',
  title: { en: 'Cookies, and what is counted' },
  plain: {
    en: 'Before you choose or sign in, nothing is kept in your browser. What is not essential runs only after your yes, and you can take that back at any time.',
  },
  details: (source, voice) => [
    cookieTable(source, { voice, categories: ['essential', ...OPTIONAL_CATEGORIES] }),
    {
      is: 'links',
      items: [
        { href: '/cookies/choices', text: voice.say({ en: 'Your cookie choices' }) },
        { href: '/cookies', text: voice.say({ en: 'The cookie policy' }) },
      ],
    },
  ],
};
