package io.github.registryclient.testkit.registry.admission;

/** What is thought of a request's credentials. */
enum CredentialCheck {
    /** They give what the request needs. */
    ALLOWED,
    /** There are none, or none that could be read. */
    MISSING,
    /** They are not true, or not any more. */
    INVALID,
    /** They are true, but do not give what the request needs. */
    INSUFFICIENT
}
