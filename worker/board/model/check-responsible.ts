import { z } from 'zod';
import type { Board } from '#worker/board/model/board.ts';
import { isCountry, isHttps, isLanguage, isMail } from '#worker/board/model/codes.ts';
import { fields, list, text, whole, words } from '#worker/board/model/expect.ts';
import { isInEea } from '#worker/promises/model/countries.ts';

const mail = (why: string) => text({ what: 'a mail address', why, fits: isMail });
const country = (why: string) => text({ what: 'a country’s code such as SE', why, fits: isCountry });
const address = (why: string) => list(text({ what: 'a line of the address', why }), { what: 'the lines of a postal address', why });

/** Who answers for the board: what the notices name, each with the law that wants it named. */
export function responsible(languages: readonly string[]) {
  return {
    controller: controller(),
    dataProtection: dataProtection(languages),
    contact: fields(
      {
        general: mail('the page of contacts gives it to everybody'),
        security: mail('/.well-known/security.txt names it to whoever finds a hole'),
      },
      { what: 'the two mail addresses', why: 'the page of contacts and security.txt need them' },
    ),
    contactPoints: contactPoints(),
    jurisdictions: list(z.enum(['gdpr', 'ccpa'], { error: 'must be gdpr or ccpa: these are the laws that the notices know.' }), {
      what: 'gdpr, ccpa or both',
      why: 'the notices answer to these laws',
    }),
    minimumAge: whole({ least: 13, most: 99 }, 'nobody younger than 13 may use a board, and the terms say the number'),
    dataLocations: dataLocations(languages),
  };
}

function controller() {
  const why = 'the notice “who answers for your data” (GDPR 13(1)(a)) needs it';
  const authority = 'the notice “where to complain” (GDPR 13(2)(d)) needs it';
  return fields(
    {
      name: text({ what: 'the name of the person or company', why }),
      mail: mail(why),
      postalAddress: address(why),
      country: country(why),
      representative: representative().optional(),
      supervisoryAuthority: fields(
        {
          name: text({ what: 'the name of the authority', why: authority }),
          website: text({ what: 'the https address of the authority', why: authority, fits: isHttps }),
        },
        { what: 'name and website of the authority', why: authority },
      ),
    },
    { what: 'who answers for the board', why },
  );
}

const WHOM = {
  what: 'name, mail and postal address',
  why: 'the notices name who stands for a controller outside the EEA (GDPR 27, DSA 13)',
};

function representative() {
  const { why } = WHOM;
  return fields({ name: text({ what: 'the name of the person or company', why }), mail: mail(why), postalAddress: address(why) }, WHOM);
}

/** Looked at once every field is what it should be. */
export function standInInTheUnion(
  { controller, jurisdictions }: Pick<Board, 'controller' | 'jurisdictions'>,
  context: z.RefinementCtx,
): void {
  if (!jurisdictions.includes('gdpr') || isInEea(controller.country) || controller.representative !== undefined) return;
  const message = `is missing: ${WHOM.why}. Put ${WHOM.what} there.`;
  context.addIssue({ code: 'custom', path: ['controller', 'representative'], message });
}

function dataProtection(languages: readonly string[]) {
  const why = 'the notice “whom to write to” (GDPR 13(1)(b)) and every right need it';
  return fields(
    { title: words(languages, { what: 'whom people write to', why }), mail: mail(why), postalAddress: address(why) },
    { what: 'title, mail and postal address', why },
  );
}

function contactPoints() {
  const point = (why: string) =>
    fields(
      {
        mail: mail(why),
        languages: list(text({ what: 'a language’s code such as en', why, fits: isLanguage }), { what: 'the languages to write in', why }),
      },
      { what: 'mail and languages', why },
    );
  const why = 'the terms name both points of contact (DSA 11 and 12)';
  return fields(
    {
      authorities: point('the terms name the point of contact for authorities (DSA 11)'),
      people: point('the terms name the point of contact for everybody (DSA 12)'),
    },
    { what: 'the two points of contact', why },
  );
}

function dataLocations(languages: readonly string[]) {
  const why = 'the privacy policy says where data lie';
  const location = fields(
    {
      country: country(why),
      place: words(languages, { what: 'where it lies', why }),
      atRest: words(languages, { what: 'how it is encrypted there, and by whom', why }),
    },
    { what: 'country, place and encryption', why },
  );
  return fields({ database: location, search: location, files: location, logs: location }, { what: 'where each store lies', why });
}
