import type { GigDetails, GigUnit, PublicJob } from '#worker/jobs/model/job-posting.ts';
import { inUnits } from '#worker/jobs/model/present-salary.ts';

type Thing = Readonly<Record<string, unknown>>;

/** UN/CEFACT common codes, as schema.org's `unitCode` takes them. */
const UNIT_CODE: Readonly<Record<Exclude<GigUnit, 'piece'>, string>> = { hour: 'HUR', day: 'DAY', week: 'WEE', month: 'MON' };

export interface ServiceContext {
  /** Absolute address of the advert's page. */
  readonly url: string;
  /** The description as the page shows it. */
  readonly descriptionHtml: string;
  /** Absolute address of the employer's logo. */
  readonly logoUrl: string | null;
}

/** A self-employment advert as schema.org's Service: somebody offers work, and no job. Every value is one that the page shows. */
export function serviceJsonLd(job: PublicJob, { url, descriptionHtml, logoUrl }: ServiceContext): Thing {
  const gig = job.details?.gig ?? null;
  return {
    '@context': 'https://schema.org/',
    '@type': 'Service',
    name: job.title,
    description: descriptionHtml,
    url,
    provider: provider(job, logoUrl),
    ...(gig === null ? {} : { areaServed: gig.areaServed, offers: { '@type': 'Offer', priceSpecification: price(gig.price) } }),
  };
}

/** Only an organization has a logo. */
function provider({ employer: { name, website }, details }: PublicJob, logoUrl: string | null): Thing {
  const isPerson = details?.gig?.by === 'person';
  return {
    '@type': isPerson ? 'Person' : 'Organization',
    name,
    ...(website === null ? {} : { url: website }),
    ...(isPerson || logoUrl === null ? {} : { logo: logoUrl }),
  };
}

function price({ currency, min, max, unit }: GigDetails['price']): Thing {
  const [least, most] = [inUnits(min, currency), inUnits(max, currency)];
  const amount = least === most ? { price: least } : { minPrice: least, maxPrice: most };
  const by = unit === 'piece' ? {} : { unitCode: UNIT_CODE[unit] };
  return { '@type': unit === 'piece' ? 'PriceSpecification' : 'UnitPriceSpecification', priceCurrency: currency, ...amount, ...by };
}
