package io.github.registryclient.docker;

import io.github.registryclient.auth.CredentialsProvider;

/** One of the places where credentials may lie; {@code toString} names it. */
interface Place extends CredentialsProvider {
    /** Why it may have none: that it is not there, or only not for this registry. */
    String absence();
}
