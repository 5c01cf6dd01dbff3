/** More than a mailbox is handed in a day wait already: nobody fills up the days after. */
export const MOST_FOR_CONTACT = 40;
