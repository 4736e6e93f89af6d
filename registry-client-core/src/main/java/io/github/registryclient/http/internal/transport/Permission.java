package io.github.registryclient.http.internal.transport;

/** Whether an account may do something, as far as its token tells. */
public enum Permission {
    /** The token was given with that right. */
    GRANTED,
    /** It was asked for, and the token was given without it. */
    WITHHELD,
    /** Nobody asked, or nobody tells. */
    UNKNOWN
}
