/** Under this age nobody gets personalised marketing or advertising: regulation on minors online (China) art. 24, DSA art. 28. */
export const FULL_AGE = 18;
