package io.github.registryclient.testkit.registry.admission;

/** Looks at credentials. */
interface Door {
    /** What is thought of an {@code Authorization}, empty if there is none. */
    CredentialCheck judge(String authorization, Needed needed);
}
