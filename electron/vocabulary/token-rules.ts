/** What can be sent as a token: visible ASCII. @see RFC 6750 §2.1 */
export const sendableToken = /^[\x21-\x7e]+$/
