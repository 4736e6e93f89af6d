package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import java.net.URI;

/** Lets tests of other packages have the demo's images. */
public final class SampleHistory {
    private SampleHistory() {}

    public static void push(URI uri) {
        try (RegistryClient registry = HttpRegistryClient.connect(uri.toString())) {
            new CiHistory(registry).push();
        }
    }
}
