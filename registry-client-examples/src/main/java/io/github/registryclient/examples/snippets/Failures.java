package io.github.registryclient.examples.snippets;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.Digest;

/** Failures by family. */
public final class Failures {
    private Failures() {}

    /**
     * Deletes, and says what became of it.
     *
     * @param registry the registry
     * @param repository the repository
     * @param tag a tag
     * @return a line for people
     */
    public static String delete(RegistryClient registry, String repository, String tag) {
        String outcome;
        // region errors
        try {
            Digest digest = registry.getManifestDigest(repository, tag);
            outcome = registry.deleteManifest(repository, digest).toString();
        } catch (NotFoundException e) {
            outcome = "there is no such tag, or this account may not see it";
        } catch (DeletionDisabledException e) {
            outcome = e.getMessage(); // names the setting of the registry, and that a restart is needed
        } catch (ErrorResponseException e) {
            outcome = "the registry said no: " + e.status() + " " + e.errors();
        } catch (NoResponseException e) {
            outcome = "no answer, so it may be deleted or not: " + e.getMessage();
        } catch (RegistryException e) {
            outcome = e.getMessage(); // everything else, such as malformed names and answers that cannot be believed
        }
        // endregion
        return String.valueOf(outcome);
    }
}
