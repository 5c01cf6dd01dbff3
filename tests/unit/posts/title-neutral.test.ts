import { expect, test } from 'vitest';
import { genderedWordIn } from '#worker/posts/model/hints/title-neutral.ts';

test.each([
  ['Salesman, north region', 'en', 'Salesman', 'salesperson'],
  ['SENIOR FOREMAN', 'en', 'FOREMAN', 'supervisor'],
  ['Waitress for weekends', 'en', 'Waitress', 'server'],
  ['Cleaning  lady', 'en', 'Cleaning  lady', 'cleaner'],
  ['Male nurse', 'en', 'Male', null],
  ['Städerska till kontor', 'sv', 'Städerska', 'städare'],
  ['Flygvärdinna', 'sv', 'Flygvärdinna', 'kabinpersonal'],
  ['Kvinnlig assistent', 'sv', 'Kvinnlig', null],
  ['Lähiesimies varastoon', 'fi', 'Lähiesimies', 'lähiesihenkilö'],
  ['Telinemiehiä Turkuun', 'fi', 'Telinemiehiä', null],
  ['Katibə', 'az', 'Katibə', 'katib'],
  ['Satıcı qız tələb olunur', 'az', 'Satıcı qız', 'satıcı'],
  ['SATICI QIZ', 'az', 'SATICI QIZ', 'satıcı'],
  ['Einzelhandelskaufmann', 'de', 'Einzelhandelskaufmann', 'Kaufleute'],
  ['Softwareentwickler in Hamburg', 'de', 'Softwareentwickler', 'Softwareentwickler (m/w/d)'],
  ['Verkäuferin für Backwaren', 'de', 'Verkäuferin', 'Verkäuferin (m/w/d)'],
  ['Oberarzt Kardiologie', 'de-AT', 'Oberarzt', 'Oberarzt (m/w/d)'],
  ['Fahrer (m/w)', 'de', 'Fahrer', 'Fahrer (m/w/d)'],
  ['Handyman', 'de', 'Handyman', 'maintenance worker'],
])('“%s” (%s) calls people of one gender', (title, language, word, instead) => {
  expect(genderedWordIn(title, language)).toEqual({ word, instead });
});

test.each([
  ['Salesperson', 'en'],
  ['Business manager, Isle of Man', 'en'],
  ['Human resources manager', 'en'],
  ['Data steward', 'en'],
  ['Sjuksköterska', 'sv'],
  ['Brandman', 'sv'],
  ['Lärare i matematik', 'sv'],
  ['Lähihoitaja', 'fi'],
  ['Kokonaisarkkitehti', 'fi'],
  ['Satıcı-məsləhətçi', 'az'],
  ['Softwareentwickler (m/w/d)', 'de'],
  ['Softwareentwickler m|w|d', 'de'],
  ['Fahrer:in', 'de'],
  ['Fahrer*innen', 'de'],
  ['FahrerIn für Nachtschicht', 'de'],
  ['Verkäufer/-in', 'de'],
  ['Verkäufer(in)', 'de'],
  ['Koch/Köchin', 'de'],
  ['Ärztinnen und Ärzte', 'de'],
  ['Pflegefachkraft', 'de'],
  ['Angebote schreiben, normaler Bürotag', 'de'],
  ['Praktikum (all genders)', 'de'],
])('“%s” (%s) is for everybody', (title, language) => {
  expect(genderedWordIn(title, language)).toBeNull();
});
