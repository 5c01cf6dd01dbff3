/** ISO 3166-1 alpha-2 of the countries in which the Digital Services Act holds: a public page is seen in all of them. */
export const EEA = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE'.split(' ');
