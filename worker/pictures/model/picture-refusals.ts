import { inEnglish } from '#worker/kernel/in-english.ts';
import { LARGEST_PICTURE, LONGEST_SIDE, MOST_PIXELS } from '#worker/pictures/model/picture-limits.ts';
import type { Words } from '#worker/promises/model/words.ts';

const MEGABYTE = 1024 * 1024;

/** Why a picture is not taken. */
export const PICTURE_REFUSALS = {
  'pictures.too-large': { en: `This file is larger than ${LARGEST_PICTURE / MEGABYTE} MB. Save the picture smaller, then try again.` },
  'pictures.no-picture': { en: 'This is no PNG, JPEG or WebP. Save the picture as one of them, then try again.' },
  'pictures.broken': { en: 'This picture is damaged or not whole. Save it anew, then try again.' },
  'pictures.too-many-pixels': {
    en: `This picture has more than ${MOST_PIXELS / 1_000_000} million pixels, or a side of more than ${inEnglish(LONGEST_SIDE)}. Save it smaller, then try again.`,
  },
  'pictures.moving': { en: 'This picture moves. Choose one that stands still.' },
  'pictures.choose': { en: 'Choose a picture first.' },
  'pictures.none': { en: 'There is no picture here, or not any more.' },
  'pictures.no-form': { en: 'Send a form with the file in the field “picture”.' },
  'pictures.form-broken': { en: 'This form could not be read. Choose the picture again.' },
} as const satisfies Readonly<Record<string, Words>>;
