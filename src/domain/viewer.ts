/**
 * Who looks: a browser, an account, or both. A scan without an account is its browsers'; a scan of an account
 * is that account's alone, whatever browser it was made in.
 */
export type Viewer = { browser: string | null; account: string | null }
