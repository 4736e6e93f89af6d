package io.github.registryclient.examples;

import io.github.registryclient.docker.DockerCredentials;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.event.ClientListener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a command comes to its registry: as the user named, or as who logged in with docker or podman. */
final class ConnectOptions {
    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "The account to use; else that of docker or podman login.")
    private @Nullable String user;

    @Option(
            names = "--allow-plain-http-credentials",
            description = "Send the password over http, where everybody on the way can read it.")
    private boolean plainHttpCredentials;

    HttpRegistryClient connect(String url, ClientListener... listeners) {
        HttpRegistryClientBuilder client = HttpRegistryClient.builder(url);
        for (ClientListener listener : listeners) {
            client.listener(listener);
        }
        if (plainHttpCredentials) {
            client.allowPlainHttpCredentials();
        }
        if (user == null) {
            client.credentials(DockerCredentials.ofThisUser());
        } else {
            client.credentials(
                    user,
                    Password.find(user, url)
                            .orElseThrow(() -> new InvalidInputException("no password for " + user + ": set "
                                    + Password.VARIABLE + ", or run on a terminal to be asked")));
        }
        return client.build();
    }
}
