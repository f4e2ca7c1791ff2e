import { cents } from "#domain/kernel/money.ts";

/**
 * What the civil code fixes for members and shares, as numbers. Engineering notes, no legal
 * advice: a network's counsel reads them before they bind anybody.
 */

/** The board answers an application, and says why not, within so many days (art. 2528 c.3 c.c.). */
export const DECISION_DAYS = 60;
/** Who was refused asks for the assembly's word within so many days (art. 2528 c.4 c.c.). */
export const APPEAL_DAYS = 60;
/** The board answers who asks to leave within so many days (art. 2532 c.2 c.c.). */
export const EXIT_ANSWER_DAYS = 60;
/** Trade ends with the year for who asked so many months before its end (art. 2532 c.3 c.c.). */
export const EXIT_NOTICE_MONTHS = 3;
/** Who was excluded goes to court within so many days (art. 2533 c.3 c.c.). */
export const OPPOSITION_DAYS = 60;
/** Days to pay after being asked, before an exclusion for it (art. 2531 and 2466 c.1 c.c.). */
export const DEMAND_DAYS = 30;
/** The board answers a transfer within so many days; then it is free (art. 2530 c.4 c.c.). */
export const CONSENT_DAYS = 60;
/** The most that a natural person may put in (art. 2525 c.2 c.c.). */
export const MOST_CONTRIBUTED = cents(10_000_000);

/** A subscription is paid in so many monthly parts at most: the statute's, not the law's. */
export const MOST_INSTALMENTS = 12;
/** A natural person is in the book from this age on: majority (art. 2 c.c.). */
export const LEAST_AGE_YEARS = 18;
